package no.opptrapping.grant.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Records what each municipality gets of an adopted incorporation, or of one that corrects another: row, ledger and event in
 * the adoption's transaction. A correction makes the next version of every allocation, and overwrites none.
 */
@ApplicationScoped
public class RecordFrameworkAllocations {
    /** What became of it. */
    public sealed interface Outcome {
        /** One allocation for each row, in the order of municipality numbers. */
        record Recorded(List<FrameworkAllocationId> allocations) implements Outcome {
            public Recorded {
                allocations = List.copyOf(allocations);
            }
        }

        /** Nothing is recorded: the framework scheme's year has less left than the rows, or what they add, need. */
        record InsufficientFunds(Kroner available, Kroner needed) implements Outcome {}

        /** Nothing is recorded: the framework scheme's year has been divided by another run than the one to be corrected. */
        record AlreadyRecorded(UUID run) implements Outcome {}

        /** Nothing is recorded: every municipality has what the correction would give it. */
        record NothingToCorrect() implements Outcome {}
    }

    private final FrameworkAllocations allocations;
    private final Ledger ledger;
    private final SchemeVersions versions;
    private final Outbox outbox;
    private final TellOfFramework tell;

    RecordFrameworkAllocations(
            FrameworkAllocations allocations,
            Ledger ledger,
            SchemeVersions versions,
            Outbox outbox,
            TellOfFramework tell) {
        this.allocations = allocations;
        this.ledger = ledger;
        this.versions = versions;
        this.outbox = outbox;
        this.tell = tell;
    }

    /** Records every row, or none. */
    @Transactional(TxType.MANDATORY)
    public Outcome from(AdoptedFramework adopted) {
        var available = ledger.lockAvailable(adopted.scheme(), adopted.year());
        var recorded = allocations.of(adopted.scheme(), adopted.year());
        var corrects = adopted.correction().map(AdoptedFramework.Correction::corrects);
        var other = recorded.stream()
                .map(FrameworkAllocation::run)
                .filter(run -> !corrects.equals(Optional.of(run)))
                .findFirst();
        if (other.isPresent()) {
            return new Outcome.AlreadyRecorded(other.get());
        }
        var made = made(adopted, recorded);
        if (corrects.isPresent() && made.stream().allMatch(one -> one.change().isZero())) {
            return new Outcome.NothingToCorrect();
        }
        var needed =
                Kroner.sum(made.stream().map(RecordFrameworkAllocations::taken).toList());
        if (needed.compareTo(available) > 0) {
            return new Outcome.InsufficientFunds(available, needed);
        }
        allocations.add(made);
        ledger.post(made.stream()
                .filter(one -> !taken(one).isZero())
                // What is given back first, so that who gets more finds it.
                .sorted(Comparator.comparing(one -> !taken(one).isNegative()))
                .map(RecordFrameworkAllocations::posting)
                .toList());
        outbox.append(made.stream().map(FrameworkAllocationV1::event).toList());
        tell.corrected(made.stream().filter(one -> !one.change().isZero()).toList());
        return new Outcome.Recorded(made.stream().map(FrameworkAllocation::id).toList());
    }

    /** The first or next version of each municipality's allocation, by its number; those without a part any more get nothing. */
    private List<FrameworkAllocation> made(AdoptedFramework adopted, List<FrameworkAllocation> recorded) {
        var rules = versions.find(adopted.scheme(), adopted.schemeVersion())
                .orElseThrow(() -> new IllegalArgumentException("No rules of " + adopted.scheme()));
        var earlier = earlier(adopted);
        var had = recorded.stream().collect(Collectors.toMap(one -> one.row().municipality(), Function.identity()));
        var gets =
                adopted.rows().stream().map(AdoptedFrameworkRow::municipality).collect(Collectors.toSet());
        var gone = recorded.stream()
                .map(FrameworkAllocation::row)
                .filter(row -> !gets.contains(row.municipality()))
                .map(row -> AdoptedFrameworkRow.nothing(row.municipality(), row.number()));
        var made = new ArrayList<FrameworkAllocation>();
        Stream.concat(adopted.rows().stream(), gone)
                .sorted(Comparator.comparing(AdoptedFrameworkRow::number))
                .forEach(row -> made.add(
                        allocation(adopted, rules, earlier, row, Optional.ofNullable(had.get(row.municipality())))));
        return made;
    }

    /** What the allocation takes of what is available: its whole amount, or what its correction adds. */
    private static Kroner taken(FrameworkAllocation allocation) {
        return allocation.version() == 1 ? allocation.row().amount() : allocation.change();
    }

    private static Posting posting(FrameworkAllocation allocation) {
        return allocation.version() == 1
                ? Posting.frameworkPaid(
                        allocation.purpose().scheme(),
                        allocation.year(),
                        allocation.id().value(),
                        allocation.row().amount(),
                        allocation.adoptedBy(),
                        allocation.adoptedAt())
                : Posting.frameworkCorrected(
                        allocation.purpose().scheme(),
                        allocation.year(),
                        allocation.id().value(),
                        allocation.version(),
                        allocation.change(),
                        allocation.adoptedBy(),
                        allocation.adoptedAt());
    }

    /** What the earmarked scheme was: its rules on the day of the decision, or its newest when none are in force. */
    private SchemeVersion earlier(AdoptedFramework adopted) {
        return versions.inForce(adopted.incorporatedFrom(), BusinessDates.of(adopted.adoptedAt()))
                .or(() -> versions.newest(adopted.incorporatedFrom()))
                .orElseThrow(() -> new IllegalArgumentException("No scheme " + adopted.incorporatedFrom()));
    }

    private static FrameworkAllocation allocation(
            AdoptedFramework adopted,
            SchemeVersion rules,
            SchemeVersion earlier,
            AdoptedFrameworkRow row,
            Optional<FrameworkAllocation> had) {
        var reporting = rules.rules().reporting().terms();
        var following = adopted.year().getValue() + 1;
        return new FrameworkAllocation(
                had.map(FrameworkAllocation::id).orElseGet(FrameworkAllocationId::random),
                had.map(FrameworkAllocation::version).orElse(0L) + 1,
                adopted.runId(),
                FrameworkAllocation.Purpose.of(rules),
                rules.number(),
                FrameworkAllocation.Purpose.of(earlier),
                adopted.year(),
                row,
                reporting.opens().atYear(following),
                reporting.due().atYear(following),
                reporting.form(),
                adopted.adoptedBy(),
                adopted.adoptedAt().truncatedTo(ChronoUnit.MICROS),
                adopted.correction()
                        .map(correction -> new FrameworkAllocation.Correction(
                                correction.corrects(),
                                had.map(FrameworkAllocation::row)
                                        .map(AdoptedFrameworkRow::amount)
                                        .orElse(Kroner.ZERO),
                                correction.reason())));
    }
}
