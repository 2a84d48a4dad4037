package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An award (<i>tilsagn</i>): what a municipality has been given of a scheme's year, with the terms as they were when
 * it was decided.
 *
 * @param reference what people call it, for example {@code 76562-2025-0001}
 * @param version 1 when it is made, one more for each change
 * @param amount above zero
 * @param participants sum to the amount; one row, the recipient's, when it is not a joint award
 * @param run the adopted allocation run that it comes from
 * @param takeovers how it came from the recipient to the municipality that answers for it, oldest first; empty while the
 *     recipient does
 * @param laterYears promised of later years' budgets, subject to the Storting; by year
 * @param continues the earlier award whose promise it keeps
 */
public record Award(
        AwardId id,
        String reference,
        long version,
        AwardStatus status,
        Purpose purpose,
        Year year,
        Recipient recipient,
        Kroner amount,
        List<ParticipantShare> participants,
        Optional<ApplicationId> application,
        UUID run,
        List<Measure> measures,
        Reporting reporting,
        String decidedBy,
        Instant decidedAt,
        LocalDate decidedOn,
        Optional<Acceptance> acceptance,
        List<Takeover> takeovers,
        List<LaterYear> laterYears,
        Optional<Continued> continues) {

    /** Where the recipient, and whoever shares the award or has taken it over, can read why the amount is what it is. */
    public String explanation() {
        return "/v1/allocation-runs/" + run + "/explanations/" + recipient.number();
    }

    /** The scheme that the money comes from, as it was named when the award was decided. */
    public record Purpose(
            SchemeId scheme, String code, LocalisedText name, String chapter, String item, Contact contact) {
        static Purpose of(Scheme scheme) {
            return new Purpose(
                    scheme.id(), scheme.code(), scheme.name(), scheme.chapter(), scheme.item(), scheme.contact());
        }
    }

    /** The municipality that the award and its duties belong to: the host of a joint application. */
    public record Recipient(MunicipalityId municipality, MunicipalityNumber number, String name) {}

    /** What the money is for. */
    @Schema(name = "AwardMeasure")
    public record Measure(String code, String title, Kroner amount) {}

    /**
     * What the recipient must report.
     *
     * @param auditorThreshold the amount from which the auditor must attest; empty: never
     */
    public record Reporting(
            LocalDate opensOn, LocalDate dueOn, String form, Size size, Optional<Kroner> auditorThreshold) {
        /** How many questions there are. */
        @Schema(name = "ReportSize")
        public enum Size {
            FULL,
            SIMPLE;

            /** The word for it in JSON and in the database. */
            @JsonValue
            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        static Reporting of(Scheme scheme, Year year, Kroner amount) {
            var terms = scheme.reporting();
            var following = year.getValue() + 1;
            return new Reporting(
                    terms.opens().atYear(following),
                    terms.due().atYear(following),
                    terms.form(),
                    amount.compareTo(terms.simpleBelow()) < 0 ? Size.SIMPLE : Size.FULL,
                    terms.auditorThreshold());
        }
    }

    /**
     * The municipality's answer to the letter.
     *
     * @param organisation who answered: the recipient's organisation number, or that of its successor
     * @param account where the money is to be paid
     */
    public record Acceptance(
            Instant at, LocalDate on, String acceptedBy, OrganisationNumber organisation, AccountNumber account) {}

    /** The days from the decision within which the letter asks for an answer. */
    private static final int DAYS_TO_ACCEPT = 28;

    /** The last day on which the acceptance is on time. */
    public LocalDate acceptBy() {
        return decidedOn.plusDays(DAYS_TO_ACCEPT);
    }

    /** Whether the acceptance came after the last day that the letter named. */
    public boolean isAcceptedLate() {
        return acceptance.filter(given -> given.on().isAfter(acceptBy())).isPresent();
    }

    public Award {
        participants = List.copyOf(participants);
        measures = List.copyOf(measures);
        takeovers = List.copyOf(takeovers);
        laterYears = List.copyOf(laterYears);
    }

    /** The municipality whose the rights and duties are: the recipient, or the last that took over. */
    public Recipient holder() {
        return takeovers.isEmpty()
                ? recipient
                : new Recipient(
                        takeovers.getLast().to(),
                        takeovers.getLast().number(),
                        takeovers.getLast().name());
    }

    /** Whether the money is the recipient's to have: not annulled and not lapsed. */
    public boolean isValid() {
        return status != AwardStatus.ANNULLED && status != AwardStatus.LAPSED;
    }

    /** The award with the municipality's acceptance. */
    Award accepted(Acceptance given) {
        return next(AwardStatus.ACCEPTED, Optional.of(given), takeovers, laterYears);
    }

    /** The award in the hands of the one that answers for it. */
    Award takenOver(List<Takeover> steps) {
        return next(status, acceptance, steps, laterYears);
    }

    /** The award with these promises for later years. */
    Award promising(List<LaterYear> promised) {
        return next(status, acceptance, takeovers, promised);
    }

    private Award next(
            AwardStatus becomes, Optional<Acceptance> given, List<Takeover> steps, List<LaterYear> promised) {
        return new Award(
                id,
                reference,
                version + 1,
                becomes,
                purpose,
                year,
                recipient,
                amount,
                participants,
                application,
                run,
                measures,
                reporting,
                decidedBy,
                decidedAt,
                decidedOn,
                given,
                steps,
                promised,
                continues);
    }
}
