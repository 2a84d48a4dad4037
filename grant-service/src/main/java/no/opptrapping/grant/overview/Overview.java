package no.opptrapping.grant.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A municipality's overview.
 *
 * @param deadlines what to do and until when, the earliest first
 * @param missing what stops something that has been begun
 * @param contacts whom to ask about each scheme that the municipality has anything to do with
 */
public record Overview(
        KnownMunicipality municipality,
        List<Deadline> deadlines,
        List<Missing> missing,
        Money money,
        List<SchemeContact> contacts) {
    /** What a deadline is for. */
    public enum Act {
        APPLY,
        SUBMIT,
        ACCEPT,
        REPORT
    }

    /**
     * Something to do.
     *
     * @param on the last day, in Oslo
     * @param time the last minute of it; empty where the whole day counts
     * @param where the address of what it is about, in this service or, for a report, in reporting-service
     * @param about the call or the scheme, in words
     */
    public record Deadline(Act act, LocalDate on, Optional<String> time, String where, LocalisedText about) {}

    /** What something lacks before it can go on; the pointers are into what stands at the address. */
    public record Missing(String where, List<BrokenRule> faults) {
        public Missing {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The municipality's money over all its awards, each figure from its own accounts.
     *
     * @param asked what it has asked for, withdrawn applications left out
     * @param paid paid out, accounted for or not
     * @param outstanding awarded and not yet paid, or paid and not yet accounted for
     */
    @Schema(name = "OverviewMoney")
    public record Money(Kroner asked, Kroner awarded, Kroner paid, Kroner spent, Kroner unspent, Kroner outstanding) {}

    /** Whom to ask about a scheme. */
    public record SchemeContact(LocalisedText scheme, Contact contact) {}

    public Overview {
        deadlines = List.copyOf(deadlines);
        missing = List.copyOf(missing);
        contacts = List.copyOf(contacts);
    }
}
