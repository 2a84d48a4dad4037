package no.opptrapping.grant.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/** What must hold of a bank's words, one after the other. */
class BankWordRules {
    private final Ledger ledger;
    private final LocalDate today;
    private final Map<AwardId, Returnable> returnable = new HashMap<>();
    private final Map<AwardId, Kroner> confirmed = new HashMap<>();
    private final Map<PaymentId, Kroner> settled = new HashMap<>();

    BankWordRules(Ledger ledger, LocalDate today) {
        this.ledger = ledger;
        this.today = today;
    }

    /** What the word does to a payment of which nothing is broken. */
    static BankWord.Effect effect(BankWord word, Payment payment) {
        return switch (word.kind()) {
            case ACCEPTED -> BankWord.Effect.ACCEPTED;
            case CONFIRMED ->
                payment.status() == PaymentStatus.CONFIRMED ? BankWord.Effect.KNOWN_BEFORE : BankWord.Effect.CONFIRMED;
            case REJECTED ->
                payment.status() == PaymentStatus.REJECTED ? BankWord.Effect.KNOWN_BEFORE : BankWord.Effect.REJECTED;
            case RETURNED ->
                payment.status() == PaymentStatus.RETURNED ? BankWord.Effect.KNOWN_BEFORE : BankWord.Effect.RETURNED;
        };
    }

    /** All that keeps the word from being so of the payment as it stands. */
    List<BrokenRule> broken(BankWord word, Payment payment, String pointer) {
        var broken = new ArrayList<BrokenRule>();
        word.amount()
                .filter(amount -> !amount.equals(payment.amount()))
                .ifPresent(amount -> broken.add(BrokenRule.of(
                        "payment.bank-amount-differs",
                        pointer,
                        "reference",
                        payment.awardReference(),
                        "amount",
                        amount,
                        "ordered",
                        payment.amount())));
        if (!canFollow(word.kind(), payment.status())) {
            broken.add(BrokenRule.of(
                    "payment.bank-out-of-order",
                    pointer,
                    "reference",
                    payment.awardReference(),
                    "state",
                    payment.status().code()));
            return broken;
        }
        if (!effect(word, payment).moves()) {
            return broken;
        }
        var earliest = payment.progress()
                .confirmed()
                .map(Payment.Confirmation::paidOn)
                .orElseGet(() -> BusinessDates.of(payment.ordered().at()));
        broken.addAll(FailureDays.broken(pointer, word.on(), earliest, today));
        if (word.kind() == BankWord.Kind.CONFIRMED) {
            confirmed.merge(payment.award(), payment.amount(), Kroner::plus);
            returnable.computeIfPresent(payment.award(), (_, before) -> before.with(payment.amount()));
        }
        if (word.kind() == BankWord.Kind.RETURNED) {
            reported(payment, pointer).ifPresent(broken::add);
        }
        return broken;
    }

    private static boolean canFollow(BankWord.Kind kind, PaymentStatus status) {
        return switch (kind) {
            case ACCEPTED -> status != PaymentStatus.ORDERED && status != PaymentStatus.APPROVED;
            case CONFIRMED -> status == PaymentStatus.SENT || status == PaymentStatus.CONFIRMED;
            case REJECTED -> status == PaymentStatus.SENT || status == PaymentStatus.REJECTED;
            case RETURNED -> status == PaymentStatus.CONFIRMED || status == PaymentStatus.RETURNED;
        };
    }

    /** What of a claim is settled by a payment's return of which nothing is broken. */
    Kroner settledBy(PaymentId returned) {
        return settled.getOrDefault(returned, Kroner.ZERO);
    }

    /** Money that an approved report has accounted for does not come back before the report is corrected. */
    private Optional<BrokenRule> reported(Payment payment, String pointer) {
        // The ledger has not yet what the bank says before of the same award.
        var left = returnable.computeIfAbsent(
                payment.award(),
                award -> Returnable.of(ledger, payment).with(confirmed.getOrDefault(award, Kroner.ZERO)));
        var claim = left.settledBy(payment.amount());
        if (claim.isEmpty()) {
            return Optional.of(BrokenRule.of(
                    "payment.already-reported", pointer, "amount", payment.amount(), "unreported", left.unreported()));
        }
        settled.put(payment.id(), claim.get());
        returnable.put(payment.award(), left.without(payment.amount(), claim.get()));
        return Optional.empty();
    }
}
