package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.platform.access.AuditLog;

/** Defines a new indicator, whose values can then be uploaded. */
@ApplicationScoped
public class DefineIndicator {
    private final ObservationSets kept;
    private final Municipalities municipalities;
    private final AuditLog auditLog;

    DefineIndicator(ObservationSets kept, Municipalities municipalities, AuditLog auditLog) {
        this.kept = kept;
        this.municipalities = municipalities;
        this.auditLog = auditLog;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Defined(IndicatorDefinition definition) implements Outcome {}

        /** There is an indicator of that code. */
        record Taken(String code) implements Outcome {}
    }

    /** Defines it, unless its code is taken. */
    @Transactional
    public Outcome define(IndicatorDefinition definition) {
        municipalities.lock();
        if (kept.indicator(definition.code()).isPresent()) {
            return new Outcome.Taken(definition.code());
        }
        kept.put(definition);
        auditLog.decision(
                "indicator.defined",
                definition.code(),
                Map.of("kind", definition.kind().code()));
        return new Outcome.Defined(definition);
    }
}
