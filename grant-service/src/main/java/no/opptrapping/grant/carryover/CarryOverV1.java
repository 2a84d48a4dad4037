package no.opptrapping.grant.carryover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemerules.ReportingTerms;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** What the world is told of a carry-over: contracts/carry-over.v1.schema.json. */
record CarryOverV1(
        CarryOverId carryOverId,
        long version,
        CarryOver.State state,
        AwardId awardId,
        String awardReference,
        SchemeId schemeId,
        String schemeCode,
        int fromYear,
        int toYear,
        Municipality recipient,
        Kroner unspent,
        Kroner carriedOver,
        Reporting reporting,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Municipality holder) {
    static final String TOPIC = "carry-over.v1";

    record Municipality(MunicipalityId municipalityId, MunicipalityNumber number, String name) {
        static Municipality of(Award.Recipient one) {
            return new Municipality(one.municipality(), one.number(), one.name());
        }
    }

    /** How the year that the money is carried into is reported. */
    record Reporting(LocalDate opensOn, LocalDate dueOn, String form, String size) {}

    static OutgoingEvent event(CarryOver one, Award award, ReportingTerms terms) {
        return new OutgoingEvent(
                TOPIC,
                award.id().toString(),
                "no.opptrapping." + TOPIC,
                one.id().toString(),
                one.version(),
                of(one, award, terms));
    }

    static CarryOverV1 of(CarryOver one, Award award, ReportingTerms terms) {
        var reporting = Award.Reporting.of(terms, one.to(), one.carried());
        return new CarryOverV1(
                one.id(),
                one.version(),
                one.state(),
                award.id(),
                award.reference(),
                one.scheme(),
                award.purpose().code(),
                one.from().getValue(),
                one.to().getValue(),
                Municipality.of(award.recipient()),
                one.unspent(),
                one.carried(),
                new Reporting(
                        reporting.opensOn(),
                        reporting.dueOn(),
                        reporting.form(),
                        reporting.size().code()),
                award.takeovers().isEmpty() ? null : Municipality.of(award.holder()));
    }
}
