package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.MeasureCode;
import no.opptrapping.platform.values.Kroner;

/** The measures that an application was about, as its award carries them on. */
@ApplicationScoped
class AppliedMeasures {
    private final Applications applications;

    AppliedMeasures(Applications applications) {
        this.applications = applications;
    }

    /** In the application's order; none when the amount does not come from an application. */
    List<Award.Measure> of(AdoptedAmount adopted) {
        return adopted.application().stream().flatMap(id -> of(id).stream()).toList();
    }

    private List<Award.Measure> of(ApplicationId id) {
        return applications.find(id).stream()
                .flatMap(application -> application.content().measures().stream())
                .map(AppliedMeasures::measure)
                .toList();
    }

    private static Award.Measure measure(MeasureLine line) {
        return new Award.Measure(
                Objects.requireNonNullElse(line.code(), MeasureCode.OTHER).code(),
                Objects.requireNonNullElse(line.title(), ""),
                Optional.ofNullable(line.amount()).orElse(Kroner.ZERO));
    }
}
