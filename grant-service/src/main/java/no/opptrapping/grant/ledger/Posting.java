package no.opptrapping.grant.ledger;

import static no.opptrapping.grant.ledger.Account.APPROPRIATED;
import static no.opptrapping.grant.ledger.Account.AUTHORISED_CONTRA;
import static no.opptrapping.grant.ledger.Account.AVAILABLE;
import static no.opptrapping.grant.ledger.Account.AWARDED;
import static no.opptrapping.grant.ledger.Account.AWARDED_CONTRA;
import static no.opptrapping.grant.ledger.Account.AWARDED_UNPAID;
import static no.opptrapping.grant.ledger.Account.FRAME_UNUSED;
import static no.opptrapping.grant.ledger.Account.PAID_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.SPENT;
import static no.opptrapping.grant.ledger.Account.UNSPENT;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.Year;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One balanced movement between accounts of a scheme's year, made by one of the factory methods below: there is no
 * other way for money to move.
 *
 * @param award the award that it concerns, empty for movements of the appropriation and of framework money
 * @param office the county governor's office whose frame it moves money of; empty for what is of no frame
 * @param source what caused it, for example {@code payment/<id>}; the same source is never posted twice
 * @param postedBy the person or the service that caused it
 * @param lines at least two, none of zero, one per account, with the sum zero
 */
public record Posting(
        Kind kind,
        SchemeId scheme,
        Year year,
        Optional<UUID> award,
        Optional<CountyGovernorOfficeId> office,
        String source,
        String postedBy,
        Instant postedAt,
        List<Line> lines) {
    /** What kind of movement it is. */
    @Schema(name = "LedgerEntryKind")
    public enum Kind {
        APPROPRIATED,
        REVISED,
        AUTHORISED,
        FRAME_LEFT,
        FRAME_CAME,
        AWARDED,
        INCREASED,
        REDUCED,
        ANNULLED,
        PAID,
        RETURNED,
        REPORTED,
        CARRIED_OVER,
        CARRIED_IN,
        CLAIMED,
        CLAIM_LOWERED,
        REPAID,
        SETTLED,
        WRITTEN_OFF,
        FRAMEWORK_PAID,
        FRAMEWORK_CORRECTED;

        /** The kind's name in the database and in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What one account receives, or gives when negative. */
    @Schema(name = "LedgerEntryLine")
    public record Line(Account account, Kroner amount) {}

    private static final String CLAIM_STEP = "claim-step/";

    public Posting {
        lines = List.copyOf(lines);
        var accounts = EnumSet.noneOf(Account.class);
        lines.forEach(line -> accounts.add(line.account()));
        if (lines.size() < 2
                || accounts.size() != lines.size()
                || lines.stream().anyMatch(line -> line.amount().isZero())
                || !Kroner.sum(lines.stream().map(Line::amount).toList()).isZero()) {
            throw new IllegalArgumentException("Not a balanced movement: " + source + " " + lines);
        }
    }

    /** The year's money from the Storting as adopted (<i>saldert</i>). */
    public static Posting appropriated(
            SchemeId scheme, Year year, UUID appropriation, Kroner amount, String postedBy, Instant postedAt) {
        return ofScheme(
                Kind.APPROPRIATED,
                scheme,
                year,
                "appropriation/" + appropriation,
                postedBy,
                postedAt,
                amount,
                AVAILABLE);
    }

    /** A signed revision of the appropriation (<i>revidert</i>); the caller has seen that it leaves enough. */
    public static Posting revised(
            SchemeId scheme, Year year, UUID revision, Kroner change, String postedBy, Instant postedAt) {
        return ofScheme(Kind.REVISED, scheme, year, "revision/" + revision, postedBy, postedAt, change, AVAILABLE);
    }

    /** An office is given more authority to charge, or less. */
    public static Posting authorised(
            SchemeId scheme,
            Year year,
            CountyGovernorOfficeId office,
            UUID frameChange,
            Kroner change,
            String postedBy,
            Instant postedAt) {
        return new Posting(
                Kind.AUTHORISED,
                scheme,
                year,
                Optional.empty(),
                Optional.of(office),
                "frame-change/" + frameChange + "/" + office,
                postedBy,
                postedAt,
                List.of(
                        new Line(AVAILABLE, change.negated()),
                        new Line(FRAME_UNUSED, change),
                        new Line(Account.AUTHORISED, change),
                        new Line(AUTHORISED_CONTRA, change.negated())));
    }

    /** What an office that has ceased had, with what has been awarded and paid of it, comes to its successor. */
    public static List<Posting> succeeded(
            SchemeId scheme,
            Year year,
            CountyGovernorOfficeId from,
            CountyGovernorOfficeId to,
            Map<Account, Kroner> balances,
            String postedBy,
            Instant postedAt) {
        var what = "/" + scheme + "/" + year + "/" + from;
        var lines = balances.entrySet().stream()
                .filter(balance -> !balance.getValue().isZero())
                .map(balance -> new Line(balance.getKey(), balance.getValue()))
                .toList();
        var gone = lines.stream()
                .map(line -> new Line(line.account(), line.amount().negated()))
                .toList();
        return List.of(
                new Posting(
                        Kind.FRAME_LEFT,
                        scheme,
                        year,
                        Optional.empty(),
                        Optional.of(from),
                        "frame-left" + what,
                        postedBy,
                        postedAt,
                        gone),
                new Posting(
                        Kind.FRAME_CAME,
                        scheme,
                        year,
                        Optional.empty(),
                        Optional.of(to),
                        "frame-came" + what,
                        postedBy,
                        postedAt,
                        lines));
    }

    /** The same of an award of the office's frame: what it takes or gives back is the frame's. */
    public Posting ofFrame(CountyGovernorOfficeId of) {
        return new Posting(
                kind,
                scheme,
                year,
                award,
                Optional.of(of),
                source,
                postedBy,
                postedAt,
                lines.stream()
                        .map(line -> line.account() == AVAILABLE ? new Line(FRAME_UNUSED, line.amount()) : line)
                        .toList());
    }

    /** An award (<i>tilsagn</i>) is made of what is available. */
    public static Posting awarded(
            SchemeId scheme, Year year, UUID award, Kroner amount, String postedBy, Instant postedAt) {
        return ofAward(
                Kind.AWARDED,
                scheme,
                year,
                award,
                "award/" + award,
                postedBy,
                postedAt,
                new Line(AVAILABLE, amount.negated()),
                new Line(AWARDED_UNPAID, amount),
                new Line(AWARDED, amount),
                new Line(AWARDED_CONTRA, amount.negated()));
    }

    /** An award is increased of what is available. */
    public static Posting increased(
            SchemeId scheme, Year year, UUID award, UUID change, Kroner amount, String postedBy, Instant postedAt) {
        return ofAward(
                Kind.INCREASED,
                scheme,
                year,
                award,
                "award-change/" + change,
                postedBy,
                postedAt,
                new Line(AVAILABLE, amount.negated()),
                new Line(AWARDED_UNPAID, amount),
                new Line(AWARDED, amount),
                new Line(AWARDED_CONTRA, amount.negated()));
    }

    /**
     * An award is reduced: what is taken of the unpaid is given back to the appropriation, and what is taken of the paid is
     * claimed. Not both may be zero.
     */
    public static Posting reduced(
            SchemeId scheme,
            Year year,
            UUID award,
            UUID change,
            Kroner ofUnpaid,
            Kroner claimed,
            String postedBy,
            Instant postedAt) {
        var reduction = ofUnpaid.plus(claimed);
        return ofAward(
                Kind.REDUCED,
                scheme,
                year,
                award,
                "award-change/" + change,
                postedBy,
                postedAt,
                new Line(AVAILABLE, ofUnpaid),
                new Line(AWARDED_UNPAID, ofUnpaid.negated()),
                new Line(PAID_UNREPORTED, claimed.negated()),
                new Line(Account.CLAIM, claimed),
                new Line(AWARDED, reduction.negated()),
                new Line(AWARDED_CONTRA, reduction));
    }

    /** What is unpaid of an award is given back to the appropriation. */
    public static Posting annulled(
            SchemeId scheme, Year year, UUID award, Kroner amount, String postedBy, Instant postedAt) {
        return ofAward(
                Kind.ANNULLED,
                scheme,
                year,
                award,
                "annulment/" + award,
                postedBy,
                postedAt,
                new Line(AVAILABLE, amount),
                new Line(AWARDED_UNPAID, amount.negated()),
                new Line(AWARDED, amount.negated()),
                new Line(AWARDED_CONTRA, amount));
    }

    /** A payment has been confirmed. */
    public static Posting paid(
            SchemeId scheme, Year year, UUID award, UUID payment, Kroner amount, String postedBy, Instant postedAt) {
        return ofAward(
                Kind.PAID,
                scheme,
                year,
                award,
                "payment/" + payment,
                postedBy,
                postedAt,
                new Line(AWARDED_UNPAID, amount.negated()),
                new Line(PAID_UNREPORTED, amount));
    }

    /**
     * The money of a confirmed payment has come back: the award's unpaid again, but for what of it had been claimed, which is
     * claimed no more and available.
     */
    public static Posting returned(
            SchemeId scheme,
            Year year,
            UUID award,
            UUID payment,
            Kroner amount,
            Kroner claimSettled,
            String postedBy,
            Instant postedAt) {
        var ofAward = amount.minus(claimSettled);
        return ofAward(
                Kind.RETURNED,
                scheme,
                year,
                award,
                "return/" + payment,
                postedBy,
                postedAt,
                new Line(AVAILABLE, claimSettled),
                new Line(AWARDED_UNPAID, ofAward),
                new Line(PAID_UNREPORTED, ofAward.negated()),
                new Line(Account.CLAIM, claimSettled.negated()));
    }

    /**
     * A report has been approved, or a correction of it: what changes in the spent and the unspent since what was last
     * posted for the award. Not both changes may be zero.
     *
     * @param year the year that is reported
     * @param accountedFor where the money was until then: {@link Account#PAID_UNREPORTED} in the year that the award was given
     *     for, {@link Account#CARRIED_UNREPORTED} in a later one
     * @param version the version of the report that says so
     */
    public static Posting reported(
            SchemeId scheme,
            Year year,
            UUID award,
            UUID report,
            long version,
            Account accountedFor,
            Kroner spentChange,
            Kroner unspentChange,
            Instant postedAt) {
        return ofAward(
                Kind.REPORTED,
                scheme,
                year,
                award,
                "report/" + report + "/" + version + "/" + award,
                "report.v1",
                postedAt,
                new Line(accountedFor, spentChange.plus(unspentChange).negated()),
                new Line(SPENT, spentChange),
                new Line(UNSPENT, unspentChange));
    }

    /**
     * What is left over of an award is carried over to the next year, or, when it is negative, is no longer: one movement in
     * each year, in which it is paid already and to be reported on.
     *
     * @param step the step of the carry-over that moves it
     */
    public static List<Posting> carriedOver(
            SchemeId scheme, Year year, UUID award, UUID step, Kroner change, String postedBy, Instant postedAt) {
        return List.of(
                ofAward(
                        Kind.CARRIED_OVER,
                        scheme,
                        year,
                        award,
                        "carried-over/" + step,
                        postedBy,
                        postedAt,
                        new Line(UNSPENT, change.negated()),
                        new Line(Account.CARRIED_OVER, change)),
                ofAward(
                        Kind.CARRIED_IN,
                        scheme,
                        year.plusYears(1),
                        award,
                        "carried-in/" + step,
                        postedBy,
                        postedAt,
                        new Line(Account.CARRIED_IN, change.negated()),
                        new Line(Account.CARRIED_UNREPORTED, change)));
    }

    /**
     * What a report has accounted for is claimed back.
     *
     * @param of {@link Account#UNSPENT} or {@link Account#SPENT}
     * @param step the step of the claim
     */
    public static Posting claimed(
            SchemeId scheme,
            Year year,
            UUID award,
            UUID step,
            Account of,
            Kroner amount,
            String postedBy,
            Instant postedAt) {
        return ofClaim(Kind.CLAIMED, scheme, year, award, step, of, amount, postedBy, postedAt);
    }

    /** Less is claimed back of what a report has accounted for: the opposite of {@link #claimed}. */
    public static Posting claimLowered(
            SchemeId scheme,
            Year year,
            UUID award,
            UUID step,
            Account of,
            Kroner amount,
            String postedBy,
            Instant postedAt) {
        return ofClaim(Kind.CLAIM_LOWERED, scheme, year, award, step, of, amount.negated(), postedBy, postedAt);
    }

    private static Posting ofClaim(
            Kind kind,
            SchemeId scheme,
            Year year,
            UUID award,
            UUID step,
            Account of,
            Kroner change,
            String postedBy,
            Instant postedAt) {
        return ofAward(
                kind,
                scheme,
                year,
                award,
                CLAIM_STEP + step,
                postedBy,
                postedAt,
                new Line(of, change.negated()),
                new Line(Account.CLAIM, change),
                new Line(of == UNSPENT ? Account.CLAIMED_UNSPENT : Account.CLAIMED_SPENT, change),
                new Line(Account.CLAIMED_CONTRA, change.negated()));
    }

    /**
     * What was claimed back is owed no more.
     *
     * @param kind {@link Kind#REPAID} to the bank, {@link Kind#SETTLED} against a payment, or {@link Kind#WRITTEN_OFF}
     * @param step the step of the claim
     */
    public static Posting claimMet(
            Kind kind,
            SchemeId scheme,
            Year year,
            UUID award,
            UUID step,
            Kroner amount,
            String postedBy,
            Instant postedAt) {
        return ofAward(
                kind,
                scheme,
                year,
                award,
                CLAIM_STEP + step,
                postedBy,
                postedAt,
                new Line(Account.CLAIM, amount.negated()),
                new Line(kind == Kind.WRITTEN_OFF ? Account.WRITTEN_OFF : Account.REPAID, amount));
    }

    /** A municipality's part of money that has become framework grant: paid without report and without recovery. */
    public static Posting frameworkPaid(
            SchemeId scheme, Year year, UUID allocation, Kroner amount, String postedBy, Instant postedAt) {
        return new Posting(
                Kind.FRAMEWORK_PAID,
                scheme,
                year,
                Optional.empty(),
                Optional.empty(),
                "framework-allocation/" + allocation,
                postedBy,
                postedAt,
                List.of(new Line(AVAILABLE, amount.negated()), new Line(Account.FRAMEWORK_PAID, amount)));
    }

    /**
     * A municipality's part of such money is corrected: more is paid of what is available, or, when the change is negative,
     * less, and the rest is available again.
     *
     * @param version the version of the allocation that it becomes
     */
    public static Posting frameworkCorrected(
            SchemeId scheme,
            Year year,
            UUID allocation,
            long version,
            Kroner change,
            String postedBy,
            Instant postedAt) {
        return new Posting(
                Kind.FRAMEWORK_CORRECTED,
                scheme,
                year,
                Optional.empty(),
                Optional.empty(),
                "framework-correction/" + allocation + "/" + version,
                postedBy,
                postedAt,
                List.of(new Line(AVAILABLE, change.negated()), new Line(Account.FRAMEWORK_PAID, change)));
    }

    private static Posting ofScheme(
            Kind kind,
            SchemeId scheme,
            Year year,
            String source,
            String postedBy,
            Instant postedAt,
            Kroner amount,
            Account to) {
        return new Posting(
                kind,
                scheme,
                year,
                Optional.empty(),
                Optional.empty(),
                source,
                postedBy,
                postedAt,
                List.of(new Line(APPROPRIATED, amount.negated()), new Line(to, amount)));
    }

    private static Posting ofAward(
            Kind kind,
            SchemeId scheme,
            Year year,
            UUID award,
            String source,
            String postedBy,
            Instant postedAt,
            Line... lines) {
        return new Posting(
                kind,
                scheme,
                year,
                Optional.of(award),
                Optional.empty(),
                source,
                postedBy,
                postedAt,
                Arrays.stream(lines).filter(line -> !line.amount().isZero()).toList());
    }
}
