package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.ledger.Account.APPROPRIATED;
import static no.opptrapping.grant.ledger.Account.AVAILABLE;
import static no.opptrapping.grant.ledger.Account.AWARDED;
import static no.opptrapping.grant.ledger.Account.AWARDED_CONTRA;
import static no.opptrapping.grant.ledger.Account.AWARDED_UNPAID;
import static no.opptrapping.grant.ledger.Account.CLAIM;
import static no.opptrapping.grant.ledger.Account.FRAMEWORK_PAID;
import static no.opptrapping.grant.ledger.Account.PAID_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.SPENT;
import static no.opptrapping.grant.ledger.Account.UNSPENT;

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
import no.opptrapping.platform.values.Kroner;

/**
 * What is to be compared for one scheme's year: the ledger on one side, what the other rooms know on the other.
 *
 * @param balances of every account, as the ledger keeps them
 * @param sumsOfLines of every account, added up again
 * @param standings of every award that the ledger knows
 * @param appropriated the appropriation with its revisions
 * @param awards every award there is
 * @param framework the sum of the framework allocations
 */
public record SchemeYearFacts(
        SchemeId scheme,
        Year year,
        Map<Account, Kroner> balances,
        Map<Account, Kroner> sumsOfLines,
        List<AwardStanding> standings,
        Kroner appropriated,
        List<AwardFacts> awards,
        Kroner framework) {
    /** Accounts that belong to awards, without the contra account. */
    private static final Set<Account> OF_AWARDS = EnumSet.complementOf(
            EnumSet.of(APPROPRIATED, AVAILABLE, Account.COMMITTED, FRAMEWORK_PAID, AWARDED_CONTRA));

    /** Every identity, holding or not. */
    List<Identity> identities() {
        var identities = new ArrayList<Identity>();
        identities.add(identity(
                "appropriated = awarded + claimed + undistributed",
                atFault(List.of(APPROPRIATED, AWARDED, CLAIM, FRAMEWORK_PAID, AVAILABLE)),
                balance(APPROPRIATED).negated(),
                balance(AWARDED)
                        .plus(balance(CLAIM))
                        .plus(balance(FRAMEWORK_PAID))
                        .plus(balance(AVAILABLE))));
        identities.add(identity(
                "awarded = spent + unspent + outstanding",
                atFault(List.of(AWARDED, SPENT, UNSPENT, AWARDED_UNPAID, PAID_UNREPORTED)),
                balance(AWARDED),
                balance(SPENT)
                        .plus(balance(UNSPENT))
                        .plus(balance(AWARDED_UNPAID))
                        .plus(balance(PAID_UNREPORTED))));
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
        return identities;
    }

    private static final Map<Account, String> SOURCES = Map.of(
            APPROPRIATED,
            "appropriation with its revisions, negated",
            AVAILABLE,
            "appropriation less awards and framework allocations",
            AWARDED,
            "valid awards",
            AWARDED_CONTRA,
            "valid awards, negated",
            AWARDED_UNPAID,
            "valid awards less payments that were confirmed and neither returned nor claimed",
            PAID_UNREPORTED,
            "payments that were confirmed and neither returned nor claimed less reported",
            CLAIM,
            "paid and claimed by reductions of awards",
            SPENT,
            "spent by the last approved reports",
            UNSPENT,
            "unspent by the last approved reports",
            FRAMEWORK_PAID,
            "framework allocations");

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
                appropriated.minus(ofAwards(AWARDED)).minus(ofAwards(CLAIM)).minus(framework);
            case FRAMEWORK_PAID -> framework;
            case AWARDED_CONTRA -> ofAwards(AWARDED).negated();
            default -> ofAwards(account);
        };
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
