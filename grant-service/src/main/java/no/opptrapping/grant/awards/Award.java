package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.schemerules.ReportingTerms;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemerules.SchemeVersion;
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
 * @param ending why and when nothing is left of it; empty while it is valid
 * @param takeovers how it came from the recipient to the municipality that answers for it, oldest first; empty while the
 *     recipient does
 * @param laterYears promised of later years' budgets, subject to the Storting; by year
 * @param continues the earlier award whose promise it keeps
 * @param changes its increases and reductions, oldest first; the amount is what the last one says
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
        Terms terms,
        String decidedBy,
        Instant decidedAt,
        LocalDate decidedOn,
        Optional<Acceptance> acceptance,
        Optional<Ending> ending,
        List<Takeover> takeovers,
        List<LaterYear> laterYears,
        Optional<Continued> continues,
        List<AwardChange> changes) {

    /** Where the recipient, and whoever shares the award or has taken it over, can read why the amount is what it is. */
    public String explanation() {
        return "/v1/allocation-runs/" + amountFrom() + "/explanations/" + recipient.number();
    }

    /** The adopted run that the amount comes from: the last that changed it, or the one that it was made of. */
    public UUID amountFrom() {
        return changes.reversed().stream()
                .flatMap(change -> change.run().stream())
                .findFirst()
                .orElse(run);
    }

    /** What its reductions have claimed back of what had been paid. */
    public Kroner claimed() {
        return Kroner.sum(changes.stream().map(AwardChange::claimed).toList());
    }

    /**
     * The scheme that the money comes from, as it was named when the award was decided.
     *
     * @param version the version of its rules that the award was made under
     */
    public record Purpose(
            SchemeId scheme,
            int version,
            String code,
            LocalisedText name,
            String chapter,
            String item,
            Contact contact) {
        static Purpose of(Scheme scheme, SchemeVersion version) {
            return new Purpose(
                    scheme.id(),
                    version.number(),
                    scheme.code(),
                    scheme.name(),
                    version.rules().chapter(),
                    version.rules().item(),
                    scheme.contact());
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

        /** By the terms, for an amount of the year, which is reported in the year after it. */
        public static Reporting of(ReportingTerms terms, Year year, Kroner amount) {
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
     * What the letter says of answering it.
     *
     * @param acceptBy the last day on which the acceptance is on time
     * @param appealDays days from the notice within which the decision can be appealed; zero: it cannot be
     */
    public record Terms(LocalDate acceptBy, int appealDays) {
        static Terms of(SchemeRules rules, LocalDate decidedOn) {
            return new Terms(decidedOn.plusDays(rules.acceptanceDays()), rules.appealDays());
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

    /**
     * Why nothing is left of an award, all of which is free to be awarded again.
     *
     * @param by the person who declined it for the municipality, or the service that saw the period end
     * @param reason the municipality's own words
     */
    public record Ending(Cause cause, Instant at, LocalDate on, String by, Optional<String> reason) {
        /** What ended it. */
        @Schema(name = "AwardEndingCause")
        public enum Cause {
            /** The municipality does not want it (<i>takket nei</i>). */
            DECLINED(AwardStatus.ANNULLED),
            /** Nobody accepted it in time (<i>bortfalt</i>). */
            NOT_ACCEPTED(AwardStatus.LAPSED),
            /** It has been reduced to nothing; its last change says why. */
            REDUCED(AwardStatus.ANNULLED);

            private final AwardStatus becomes;

            Cause(AwardStatus becomes) {
                this.becomes = becomes;
            }

            /** The word for it in JSON and in the database. */
            @JsonValue
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** The last day on which the acceptance is on time. */
    public LocalDate acceptBy() {
        return terms.acceptBy();
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
        changes = List.copyOf(changes);
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
        return next(AwardStatus.ACCEPTED, Optional.of(given), ending, takeovers, laterYears);
    }

    /** The award when nothing is left of it; what it promised of later years falls with it. */
    Award ended(Ending how) {
        return next(how.cause().becomes, acceptance, Optional.of(how), takeovers, List.of());
    }

    /** The award when it can be accepted until that day, which is no earlier than the one that it had. */
    Award acceptableUntil(LocalDate day) {
        if (day.isBefore(acceptBy())) {
            throw new IllegalArgumentException("The last day of " + reference + " is no earlier than its letter says");
        }
        return next(status, acceptance, ending, takeovers, laterYears, new Terms(day, terms.appealDays()));
    }

    /** The award in the hands of the one that answers for it. */
    Award takenOver(List<Takeover> steps) {
        return next(status, acceptance, ending, steps, laterYears);
    }

    /** The award with these promises for later years. */
    Award promising(List<LaterYear> promised) {
        return next(status, acceptance, ending, takeovers, promised);
    }

    /**
     * The award with its new amount; of one that is reduced to nothing the last one stays, but nothing is left of it.
     *
     * @param answering what its new letter says of answering it
     */
    Award changed(AwardChange change, Terms answering) {
        if (!isValid() || !change.before().equals(amount)) {
            throw new IllegalArgumentException("Award " + reference + " is " + status + ", " + amount);
        }
        var isNothing = change.after().isZero();
        var all = Stream.concat(changes.stream(), Stream.of(change)).toList();
        return new Award(
                id,
                reference,
                version + 1,
                isNothing ? Ending.Cause.REDUCED.becomes : status,
                purpose,
                year,
                recipient,
                isNothing ? amount : change.after(),
                isNothing ? participants : change.shares(),
                application,
                run,
                measures,
                reporting,
                answering,
                decidedBy,
                decidedAt,
                decidedOn,
                acceptance,
                isNothing
                        ? Optional.of(new Ending(
                                Ending.Cause.REDUCED, change.at(), change.on(), change.by(), Optional.empty()))
                        : ending,
                takeovers,
                isNothing ? List.of() : laterYears,
                continues,
                all);
    }

    private Award next(
            AwardStatus becomes,
            Optional<Acceptance> given,
            Optional<Ending> ends,
            List<Takeover> steps,
            List<LaterYear> promised) {
        return next(becomes, given, ends, steps, promised, terms);
    }

    private Award next(
            AwardStatus becomes,
            Optional<Acceptance> given,
            Optional<Ending> ends,
            List<Takeover> steps,
            List<LaterYear> promised,
            Terms answering) {
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
                answering,
                decidedBy,
                decidedAt,
                decidedOn,
                given,
                ends,
                steps,
                promised,
                continues,
                changes);
    }
}
