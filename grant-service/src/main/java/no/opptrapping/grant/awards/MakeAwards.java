package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/** Makes the awards of an adopted allocation run: award, ledger and event in the adoption's own transaction. */
@ApplicationScoped
public class MakeAwards {
    /** What became of it. */
    public sealed interface Outcome {
        /** One award for each amount above zero, in the order of municipality numbers. */
        record Made(List<AwardId> awards) implements Outcome {
            public Made {
                awards = List.copyOf(awards);
            }
        }

        /** Nothing is awarded: the scheme's year has less left than the awards need. */
        record InsufficientFunds(Kroner available, Kroner needed) implements Outcome {}
    }

    private static final Comparator<AdoptedAmount> BY_RECIPIENT = Comparator.comparing(AdoptedAmount::number)
            .thenComparing(amount ->
                    amount.application().map(id -> id.value().toString()).orElse(""));

    private final Awards awards;
    private final Ledger ledger;
    private final Schemes schemes;
    private final KnownMunicipalities municipalities;
    private final AppliedMeasures measures;
    private final Outbox outbox;

    MakeAwards(
            Awards awards,
            Ledger ledger,
            Schemes schemes,
            KnownMunicipalities municipalities,
            AppliedMeasures measures,
            Outbox outbox) {
        this.awards = awards;
        this.ledger = ledger;
        this.schemes = schemes;
        this.municipalities = municipalities;
        this.measures = measures;
        this.outbox = outbox;
    }

    /**
     * Makes the awards, or none of them. While it lasts no one else can award of the same scheme's year.
     *
     * @throws IllegalArgumentException when the scheme or a recipient does not exist, or the run has been used: bugs of
     *     the caller, who has computed the run from the same facts
     */
    @Transactional(TxType.MANDATORY)
    public Outcome from(AdoptedAllocation adopted) {
        var scheme = schemes.find(adopted.scheme())
                .orElseThrow(() -> new IllegalArgumentException("No scheme " + adopted.scheme()));
        var available = ledger.lockAvailable(adopted.scheme(), adopted.year());
        if (awards.existOf(adopted.runId())) {
            throw new IllegalArgumentException("Awards have been made of run " + adopted.runId());
        }
        var needed = adopted.total();
        if (needed.compareTo(available) > 0) {
            return new Outcome.InsufficientFunds(available, needed);
        }
        var made = awardsOf(adopted, scheme);
        awards.add(made);
        for (var award : made) {
            ledger.post(Posting.awarded(
                    scheme.id(),
                    adopted.year(),
                    award.id().value(),
                    award.amount(),
                    adopted.adoptedBy(),
                    award.decidedAt()));
        }
        outbox.append(made.stream().map(AwardV1::event).toList());
        return new Outcome.Made(made.stream().map(Award::id).toList());
    }

    private List<Award> awardsOf(AdoptedAllocation adopted, Scheme scheme) {
        var amounts = adopted.amounts().stream()
                .filter(amount -> amount.amount().isPositive())
                .sorted(BY_RECIPIENT)
                .toList();
        var number = awards.takeNumbers(scheme.chapter(), scheme.item(), adopted.year(), amounts.size());
        var decidedOn = BusinessDates.of(adopted.adoptedAt());
        var made = new ArrayList<Award>();
        for (var amount : amounts) {
            made.add(new Award(
                    AwardId.random(),
                    "%s%s-%s-%04d".formatted(scheme.chapter(), scheme.item(), adopted.year(), number++),
                    1,
                    AwardStatus.AWARDED,
                    Award.Purpose.of(scheme),
                    adopted.year(),
                    recipient(amount, decidedOn, adopted.structureDate()),
                    amount.amount(),
                    amount.shares(),
                    amount.application(),
                    adopted.runId(),
                    measures.of(amount),
                    Award.Reporting.of(scheme, adopted.year(), amount.amount()),
                    adopted.adoptedBy(),
                    adopted.adoptedAt().truncatedTo(ChronoUnit.MICROS),
                    decidedOn,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    amount.continues()));
        }
        return made;
    }

    private Award.Recipient recipient(AdoptedAmount amount, LocalDate decidedOn, LocalDate structureDate) {
        // A run can be computed before a structure change and adopted after it, or adopted for one that is to come.
        var known = municipalities
                .succession(amount.recipient(), decidedOn)
                .map(Succession::answering)
                .or(() -> municipalities.byId(amount.recipient(), structureDate))
                .orElseThrow(() -> new IllegalArgumentException("No municipality " + amount.number()));
        return new Award.Recipient(known.id(), known.number(), known.name());
    }
}
