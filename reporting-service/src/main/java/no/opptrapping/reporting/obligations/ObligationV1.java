package no.opptrapping.reporting.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** The data of {@code obligation.v1}: the whole obligation after the change. */
record ObligationV1(
        ObligationId obligationId,
        long version,
        ObligationStatus status,
        @Nullable UUID awardId,
        @Nullable UUID frameworkAllocationId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID carryOverId,
        MunicipalityId municipalityId,
        MunicipalityNumber number,
        int year,
        LocalDate dueOn,
        ReportId reportId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Bearer bearer) {
    /** The municipality that has taken over the duty. */
    record Bearer(MunicipalityId municipalityId, MunicipalityNumber number, String name, LocalDate since) {
        static Bearer of(Takeover last) {
            return new Bearer(last.to(), last.number(), last.name(), last.on());
        }
    }

    static final String TOPIC = "obligation.v1";

    static OutgoingEvent event(Obligation obligation) {
        return new OutgoingEvent(
                TOPIC,
                obligation.municipalityId().toString(),
                "no.opptrapping." + TOPIC,
                obligation.id().toString(),
                obligation.version(),
                from(obligation));
    }

    static ObligationV1 from(Obligation obligation) {
        return new ObligationV1(
                obligation.id(),
                obligation.version(),
                obligation.status(),
                obligation.cause().award().orElse(null),
                obligation.cause().frameworkAllocation().orElse(null),
                obligation.cause().carryOver().orElse(null),
                obligation.municipalityId(),
                obligation.number(),
                obligation.year().getValue(),
                obligation.dueOn(),
                obligation.reportId(),
                obligation.takeovers().isEmpty()
                        ? null
                        : Bearer.of(obligation.takeovers().getLast()));
    }
}
