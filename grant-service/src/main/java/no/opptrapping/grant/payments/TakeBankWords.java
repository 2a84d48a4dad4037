package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;

/** Takes in what a bank says of many payments: all of it, or nothing when something of it cannot be so. */
@ApplicationScoped
public class TakeBankWords {
    /** What became of it. */
    public sealed interface Outcome {
        /** All of it is taken in: what each word did, in their order. */
        record Taken(List<BankWord.Effect> effects) implements Outcome {}

        /** Nothing is taken in: every word that cannot be so. */
        record Refused(List<BrokenRule> broken) implements Outcome {}
    }

    private final Payments payments;
    private final Ledger ledger;
    private final SettlePayments settlePayments;
    private final Impartiality impartiality;
    private final Clock clock;

    TakeBankWords(
            Payments payments, Ledger ledger, SettlePayments settlePayments, Impartiality impartiality, Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.settlePayments = settlePayments;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    /** Takes in the words in their order. */
    @Transactional(TxType.MANDATORY)
    public Outcome take(List<BankWord> words, String by) {
        var found = payments.lockAll(
                words.stream().flatMap(word -> word.payment().stream()).collect(Collectors.toUnmodifiableSet()));
        found.stream().map(Payment::scheme).distinct().forEach(scheme -> impartiality.require("payment.bank", scheme));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var rules = new BankWordRules(ledger, BusinessDates.today(clock));
        var known = found.stream().collect(Collectors.toMap(Payment::id, payment -> payment));
        var steps = new LinkedHashMap<PaymentId, List<Payment>>();
        var effects = new ArrayList<BankWord.Effect>();
        var broken = new ArrayList<BrokenRule>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var pointer = "/entries/" + i;
            var payment = word.payment().map(known::get).filter(Objects::nonNull);
            if (payment.isEmpty()) {
                broken.add(BrokenRule.of("payment.bank-reference-unknown", pointer, "reference", word.reference()));
                continue;
            }
            var faults = rules.broken(word, payment.get(), pointer);
            broken.addAll(faults);
            if (faults.isEmpty()) {
                var effect = BankWordRules.effect(word, payment.get());
                effects.add(effect);
                if (effect.moves()) {
                    var next = moved(payment.get(), word, by, now, rules);
                    known.put(next.id(), next);
                    steps.computeIfAbsent(next.id(), _ -> new ArrayList<>()).add(next);
                }
            }
        }
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        carryOut(steps);
        return new Outcome.Taken(effects);
    }

    private static Payment moved(Payment payment, BankWord word, String by, Instant now, BankWordRules rules) {
        return switch (word.kind()) {
            case CONFIRMED -> payment.confirmedBy(new Payment.Confirmation(by, now, word.on(), word.bankReference()));
            case REJECTED -> payment.rejected(failure(word, by, now));
            case RETURNED -> payment.returned(failure(word, by, now).settling(rules.settledBy(payment.id())));
            case ACCEPTED -> payment;
        };
    }

    private static PaymentProgress.Failure failure(BankWord word, String by, Instant now) {
        return new PaymentProgress.Failure(by, now, word.on(), word.code(), word.text());
    }

    /** Step by step: one file can confirm a payment and give its money back. */
    private void carryOut(Map<PaymentId, List<Payment>> steps) {
        var longest = steps.values().stream().mapToInt(List::size).max().orElse(0);
        for (var i = 0; i < longest; i++) {
            var step = i;
            settlePayments.settled(steps.values().stream()
                    .filter(of -> of.size() > step)
                    .map(of -> of.get(step))
                    .toList());
        }
    }
}
