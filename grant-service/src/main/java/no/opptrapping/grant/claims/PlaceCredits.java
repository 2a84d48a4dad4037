package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.bankfiles.Credit;
import no.opptrapping.grant.bankfiles.WhenCredited;
import no.opptrapping.grant.claims.BankCredit.Aside;
import no.opptrapping.grant.claims.Claim.State;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.payments.BankWord;
import no.opptrapping.platform.values.Kid;
import no.opptrapping.platform.values.Kroner;

/**
 * Places money that has come to the account on the claims whose KIDs it has. What nobody but a person can place is put aside,
 * with the reason, and never lost; the same line of the bank counts once, in however many files it stands.
 */
@ApplicationScoped
class PlaceCredits implements WhenCredited {
    private static final int ORE_IN_A_KRONE = 100;

    private final Claims claims;
    private final BankCredits credits;
    private final LockClaim lock;
    private final KeepClaim keep;
    private final Impartiality impartiality;
    private final Clock clock;

    PlaceCredits(
            Claims claims,
            BankCredits credits,
            LockClaim lock,
            KeepClaim keep,
            Impartiality impartiality,
            Clock clock) {
        this.claims = claims;
        this.credits = credits;
        this.lock = lock;
        this.keep = keep;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public List<BankWord.Effect> credited(List<Credit> all, String by) {
        Map<Credit, Optional<Claim>> of = new HashMap<>();
        all.forEach(credit -> of.computeIfAbsent(credit, PlaceCredits.this::claimOf));
        // In one order for all: two files at once never wait for each other in a circle.
        of.values().stream()
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparing((Claim claim) -> claim.scheme().value())
                        .thenComparing(Claim::year)
                        .thenComparing(claim -> claim.id().value()))
                .forEach(claim -> {
                    impartiality.require("claim.bank", claim.scheme());
                    lock.lock(claim);
                });
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return all.stream()
                .map(credit -> place(credit, of.getOrDefault(credit, Optional.empty()), by, now))
                .toList();
    }

    private Optional<Claim> claimOf(Credit credit) {
        return Kid.parse(credit.reference(), Kid.Modulus.TEN).flatMap(claims::find);
    }

    private BankWord.Effect place(Credit credit, Optional<Claim> known, String by, Instant now) {
        // As it is after the lines before it.
        var found = known.map(lock::lock);
        var whole = credit.amount().value() % ORE_IN_A_KRONE == 0;
        var amount = Kroner.of(credit.amount().value() / ORE_IN_A_KRONE);
        var owed = found.map(one -> one.claim().outstanding()).orElse(Kroner.ZERO);
        var aside = aside(credit, found, whole, amount, owed);
        var row = new BankCredit(
                new BankCreditId(UUID.randomUUID()),
                credit.line(),
                credit.reference(),
                credit.amount(),
                credit.bookedOn(),
                credit.bankReference(),
                credit.payer(),
                by,
                now,
                aside,
                found.map(one -> one.claim().id()),
                aside.filter(why -> why == Aside.MORE_THAN_OWED || why == Aside.NOTHING_OWED)
                        .map(_ -> amount.minus(owed)),
                Kroner.ZERO,
                Optional.empty());
        if (!credits.add(row)) {
            return BankWord.Effect.KNOWN_BEFORE;
        }
        if (aside.isPresent() || found.isEmpty()) {
            return BankWord.Effect.PUT_ASIDE;
        }
        repaid(found.get(), row, amount, by, now);
        return BankWord.Effect.REPAID;
    }

    private static Optional<Aside> aside(
            Credit credit, Optional<LockClaim.Locked> found, boolean whole, Kroner amount, Kroner owed) {
        if (Kid.parse(credit.reference(), Kid.Modulus.TEN).isEmpty()) {
            return Optional.of(Aside.NO_KID);
        }
        if (found.isEmpty()) {
            return Optional.of(Aside.UNKNOWN_KID);
        }
        if (!whole) {
            return Optional.of(Aside.NOT_WHOLE_KRONER);
        }
        if (ClaimLifecycle.TABLE.refusal(found.get().claim().state(), Act.REPAY).isPresent()) {
            return Optional.of(Aside.NOTHING_OWED);
        }
        return amount.compareTo(owed) > 0 ? Optional.of(Aside.MORE_THAN_OWED) : Optional.empty();
    }

    private void repaid(LockClaim.Locked found, BankCredit credit, Kroner amount, String by, Instant now) {
        var before = found.claim();
        var stepped = before.stepped(
                Claim.StepKind.REPAID,
                amount.negated(),
                credit.bankReference(),
                credit.bookedOn(),
                false,
                by,
                now,
                Optional.empty(),
                Optional.of(credit.id().value()));
        var state = stepped.outstanding().isZero() ? State.SETTLED : before.state();
        var after = keep.keep(
                before, stepped.in(ClaimLifecycle.TABLE.follow(before.state(), Act.REPAY, state), now), found.award());
        keep.tell(
                after,
                found.award(),
                NoticeKind.REPAYMENT_RECEIVED,
                Map.of("amount", amount, "outstanding", after.outstanding()));
    }
}
