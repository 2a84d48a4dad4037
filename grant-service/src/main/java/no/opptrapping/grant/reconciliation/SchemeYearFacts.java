package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.ledger.Account.APPROPRIATED;
import static no.opptrapping.grant.ledger.Account.AUTHORISED;
import static no.opptrapping.grant.ledger.Account.AUTHORISED_CONTRA;
import static no.opptrapping.grant.ledger.Account.AVAILABLE;
import static no.opptrapping.grant.ledger.Account.AWARDED;
import static no.opptrapping.grant.ledger.Account.AWARDED_CONTRA;
import static no.opptrapping.grant.ledger.Account.AWARDED_UNPAID;
import static no.opptrapping.grant.ledger.Account.CARRIED_IN;
import static no.opptrapping.grant.ledger.Account.CARRIED_OVER;
import static no.opptrapping.grant.ledger.Account.CARRIED_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.CLAIM;
import static no.opptrapping.grant.ledger.Account.CLAIMED_CONTRA;
import static no.opptrapping.grant.ledger.Account.CLAIMED_SPENT;
import static no.opptrapping.grant.ledger.Account.CLAIMED_UNSPENT;
import static no.opptrapping.grant.ledger.Account.FRAMEWORK_PAID;
import static no.opptrapping.grant.ledger.Account.FRAME_UNUSED;
import static no.opptrapping.grant.ledger.Account.PAID_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.REPAID;
import static no.opptrapping.grant.ledger.Account.SPENT;
import static no.opptrapping.grant.ledger.Account.UNSPENT;
import static no.opptrapping.grant.ledger.Account.WRITTEN_OFF;

import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/**
 * What is to be compared for one scheme's year: the ledger on one side, what the other rooms know on the other.
 *
 * @param balances of every account, as the ledger keeps them
 * @param sumsOfLines of every account, added up again
 * @param standings of every award that the ledger knows
 * @param appropriated the appropriation with its revisions
 * @param authorised the sum of the adopted changes of frames
 * @param awards every award there is of the year, and of which money was carried over into it
 * @param framework the sum of the framework allocations
 * @param carriedIn the sum of what has been carried into the year
 * @param frames what each county governor's office has, as the ledger keeps it and as it follows
 */
public record SchemeYearFacts(
        SchemeId scheme,
        Year year,
        Map<Account, Kroner> balances,
        Map<Account, Kroner> sumsOfLines,
        List<AwardStanding> standings,
        Kroner appropriated,
        Kroner authorised,
        List<AwardFacts> awards,
        Kroner framework,
        Kroner carriedIn,
        List<FrameFacts> frames) {
    /**
     * What is known of the frame of an office.
     *
     * @param balances of every account of the office, as the ledger keeps them
     * @param awarded the valid awards of the frame
     * @param paid the payments of its awards that were confirmed and not returned
     * @param claimed what is claimed of them by reductions
     */
    public record FrameFacts(
            CountyGovernorOfficeId office, Map<Account, Kroner> balances, Kroner awarded, Kroner paid, Kroner claimed) {
        /** The balance of one account, zero when nothing was posted on it. */
        Kroner on(Account account) {
            return balances.getOrDefault(account, Kroner.ZERO);
        }
    }

    /** Accounts that belong to awards, without the contra account. */
    private static final Set<Account> OF_AWARDS = EnumSet.complementOf(EnumSet.of(
            APPROPRIATED,
            AVAILABLE,
            FRAME_UNUSED,
            Account.COMMITTED,
            FRAMEWORK_PAID,
            AWARDED_CONTRA,
            CLAIMED_CONTRA,
            AUTHORISED,
            AUTHORISED_CONTRA));

    /** Every identity, holding or not. */
    List<Identity> identities() {
        var identities = new ArrayList<Identity>();
        identities.add(identity(
                "appropriated = awarded + claimed by reductions + undistributed",
                atFault(List.of(
                        APPROPRIATED,
                        AWARDED,
                        CLAIM,
                        REPAID,
                        WRITTEN_OFF,
                        CLAIMED_CONTRA,
                        FRAMEWORK_PAID,
                        AVAILABLE,
                        FRAME_UNUSED)),
                balance(APPROPRIATED).negated(),
                balance(AWARDED)
                        .plus(balance(CLAIM))
                        .plus(balance(REPAID))
                        .plus(balance(WRITTEN_OFF))
                        .plus(balance(CLAIMED_CONTRA))
                        .plus(balance(FRAMEWORK_PAID))
                        .plus(balance(AVAILABLE))
                        .plus(balance(FRAME_UNUSED))));
        identities.add(identity(
                "awarded + carried in = spent + unspent + outstanding",
                atFault(List.of(
                        AWARDED,
                        CARRIED_IN,
                        SPENT,
                        CLAIMED_SPENT,
                        UNSPENT,
                        CLAIMED_UNSPENT,
                        CARRIED_OVER,
                        AWARDED_UNPAID,
                        PAID_UNREPORTED,
                        CARRIED_UNREPORTED)),
                balance(AWARDED).minus(balance(CARRIED_IN)),
                balance(SPENT)
                        .plus(balance(CLAIMED_SPENT))
                        .plus(balance(UNSPENT))
                        .plus(balance(CLAIMED_UNSPENT))
                        .plus(balance(CARRIED_OVER))
                        .plus(balance(AWARDED_UNPAID))
                        .plus(balance(PAID_UNREPORTED))
                        .plus(balance(CARRIED_UNREPORTED))));
        Arrays.stream(Account.values())
                .map(account -> identity(
                        account.code() + " = " + SOURCES.getOrDefault(account, "nothing"),
                        account,
                        balance(account),
                        expected(account)))
                .forEach(identities::add);
        Arrays.stream(Account.values())
                .map(account -> identity(
                        account.code() + " = sum of its lines",
                        account,
                        balance(account),
                        sumsOfLines.getOrDefault(account, Kroner.ZERO)))
                .forEach(identities::add);
        frames.forEach(frame -> identities.addAll(identitiesOf(frame)));
        return identities;
    }

    /** Of an office: its authority is used or unused, and what is used and paid are its awards and their payments. */
    private List<Identity> identitiesOf(FrameFacts frame) {
        var office = "office " + frame.office() + ": ";
        return List.of(
                identity(
                        office + "authorised = awarded + claimed + unused",
                        AUTHORISED,
                        frame.on(AUTHORISED),
                        frame.on(AWARDED)
                                .plus(frame.on(CLAIM))
                                .plus(frame.on(REPAID))
                                .plus(frame.on(WRITTEN_OFF))
                                .plus(frame.on(CLAIMED_CONTRA))
                                .plus(frame.on(FRAME_UNUSED))),
                identity(office + "awarded = valid awards of its frame", AWARDED, frame.on(AWARDED), frame.awarded()),
                identity(
                        office + "awarded-unpaid = valid awards of its frame less their payments that are not claimed",
                        AWARDED_UNPAID,
                        frame.on(AWARDED_UNPAID),
                        frame.awarded().plus(frame.claimed()).minus(frame.paid())));
    }

    private static final Map<Account, String> SOURCES = Map.ofEntries(
            Map.entry(APPROPRIATED, "appropriation with its revisions, negated"),
            Map.entry(AVAILABLE, "appropriation less frames, awards of no frame and framework allocations"),
            Map.entry(FRAME_UNUSED, "adopted frames less their awards"),
            Map.entry(AUTHORISED, "adopted frames"),
            Map.entry(AUTHORISED_CONTRA, "adopted frames, negated"),
            Map.entry(AWARDED, "valid awards"),
            Map.entry(AWARDED_CONTRA, "valid awards, negated"),
            Map.entry(
                    AWARDED_UNPAID, "valid awards less payments that were confirmed and neither returned nor claimed"),
            Map.entry(PAID_UNREPORTED, "payments that were confirmed and neither returned nor claimed less reported"),
            Map.entry(CLAIM, "claimed by reductions of awards and by steps of claims, neither repaid nor written off"),
            Map.entry(REPAID, "repaid and settled by steps of claims"),
            Map.entry(WRITTEN_OFF, "written off by steps of claims"),
            Map.entry(CLAIMED_UNSPENT, "claimed of the unspent by steps of claims"),
            Map.entry(CLAIMED_SPENT, "claimed of the spent by steps of claims"),
            Map.entry(CLAIMED_CONTRA, "claimed of the unspent and the spent by steps of claims, negated"),
            Map.entry(SPENT, "spent by the last approved reports of the year less what was claimed"),
            Map.entry(
                    UNSPENT, "unspent by the last approved reports of the year less what was carried over and claimed"),
            Map.entry(CARRIED_OVER, "steps of carry-overs from the year"),
            Map.entry(CARRIED_IN, "steps of carry-overs into the year, negated"),
            Map.entry(CARRIED_UNREPORTED, "steps of carry-overs into the year less reported"),
            Map.entry(FRAMEWORK_PAID, "framework allocations"));

    /** Every account of every award on which the ledger says something else than the other rooms. */
    List<OutOfStep> awardsOutOfStep() {
        var known = awards.stream().collect(Collectors.toMap(AwardFacts::award, Function.identity()));
        var inLedger = standings.stream().collect(Collectors.toMap(AwardStanding::award, Function.identity()));
        var all = new HashSet<>(known.keySet());
        all.addAll(inLedger.keySet());
        return all.stream()
                .sorted()
                .flatMap(award ->
                        outOfStep(known.getOrDefault(award, AwardFacts.unknown(award)), balances(inLedger, award))
                                .stream())
                .toList();
    }

    private static Map<Account, Kroner> balances(Map<UUID, AwardStanding> inLedger, UUID award) {
        var standing = inLedger.get(award);
        return standing == null ? Map.of() : standing.balances();
    }

    private static List<OutOfStep> outOfStep(AwardFacts facts, Map<Account, Kroner> ledger) {
        var expected = facts.expected();
        return OF_AWARDS.stream()
                .map(account -> new OutOfStep(
                        facts.award(),
                        facts.reference(),
                        account,
                        ledger.getOrDefault(account, Kroner.ZERO),
                        expected.getOrDefault(account, Kroner.ZERO)))
                .filter(found -> !found.ledger().equals(found.expected()))
                .toList();
    }

    private Identity identity(String name, Account account, Kroner left, Kroner right) {
        return new Identity(scheme, year, name, account, left, right);
    }

    /** The first of the accounts that its source contradicts; the first of all when none is. */
    private Account atFault(List<Account> accounts) {
        return accounts.stream()
                .filter(account -> !balance(account).equals(expected(account)))
                .findFirst()
                .orElse(accounts.getFirst());
    }

    private Kroner balance(Account account) {
        return balances.getOrDefault(account, Kroner.ZERO);
    }

    private Kroner expected(Account account) {
        return switch (account) {
            case APPROPRIATED -> appropriated.negated();
            case AVAILABLE ->
                appropriated
                        .minus(authorised)
                        .minus(ofAwards(AWARDED).plus(claimedByReductions()).minus(ofFrames()))
                        .minus(framework);
            case FRAME_UNUSED -> authorised.minus(ofFrames());
            case AUTHORISED -> authorised;
            case AUTHORISED_CONTRA -> authorised.negated();
            case FRAMEWORK_PAID -> framework;
            case CARRIED_IN -> carriedIn.negated();
            case AWARDED_CONTRA -> ofAwards(AWARDED).negated();
            default -> ofAwards(account);
        };
    }

    private Kroner ofFrames() {
        return Kroner.sum(frames.stream()
                .map(frame -> frame.awarded().plus(frame.claimed()))
                .toList());
    }

    private Kroner claimedByReductions() {
        return Kroner.sum(awards.stream().map(AwardFacts::claimed).toList());
    }

    private Kroner ofAwards(Account account) {
        return expectedOfAwards().getOrDefault(account, Kroner.ZERO);
    }

    private Map<Account, Kroner> expectedOfAwards() {
        var sums = new EnumMap<Account, Kroner>(Account.class);
        awards.forEach(
                award -> award.expected().forEach((account, amount) -> sums.merge(account, amount, Kroner::plus)));
        return sums;
    }
}
