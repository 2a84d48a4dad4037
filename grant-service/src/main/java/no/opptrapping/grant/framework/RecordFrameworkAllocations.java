package no.opptrapping.grant.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/** Records what each municipality gets of an adopted incorporation: row, ledger and event in the adoption's transaction. */
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

        /** Nothing is recorded: the framework scheme's year has less left than the rows need. */
        record InsufficientFunds(Kroner available, Kroner needed) implements Outcome {}

        /** Nothing is recorded: the framework scheme's year has been divided by another run. */
        record AlreadyRecorded(UUID run) implements Outcome {}
    }

    private final FrameworkAllocations allocations;
    private final Ledger ledger;
    private final SchemeVersions versions;
    private final Outbox outbox;

    RecordFrameworkAllocations(
            FrameworkAllocations allocations, Ledger ledger, SchemeVersions versions, Outbox outbox) {
        this.allocations = allocations;
        this.ledger = ledger;
        this.versions = versions;
        this.outbox = outbox;
    }

    /** Records every row, or none. */
    @Transactional(TxType.MANDATORY)
    public Outcome from(AdoptedFramework adopted) {
        var rules = versions.find(adopted.scheme(), adopted.schemeVersion())
                .orElseThrow(() -> new IllegalArgumentException("No rules of " + adopted.scheme()));
        var earlier = earlier(adopted);
        var available = ledger.lockAvailable(adopted.scheme(), adopted.year());
        var recorded = allocations.of(adopted.scheme(), adopted.year());
        if (!recorded.isEmpty()) {
            return new Outcome.AlreadyRecorded(recorded.getFirst().run());
        }
        var needed = adopted.total();
        if (needed.compareTo(available) > 0) {
            return new Outcome.InsufficientFunds(available, needed);
        }
        var made = adopted.rows().stream()
                .sorted(Comparator.comparing(AdoptedFrameworkRow::number))
                .map(row -> allocation(adopted, rules, earlier, row))
                .toList();
        allocations.add(made);
        for (var allocation : made) {
            if (!allocation.row().amount().isZero()) {
                ledger.post(Posting.frameworkPaid(
                        adopted.scheme(),
                        adopted.year(),
                        allocation.id().value(),
                        allocation.row().amount(),
                        adopted.adoptedBy(),
                        allocation.adoptedAt()));
            }
        }
        outbox.append(made.stream().map(FrameworkAllocationV1::event).toList());
        return new Outcome.Recorded(made.stream().map(FrameworkAllocation::id).toList());
    }

    /** What the earmarked scheme was: its rules on the day of the decision, or its newest when none are in force. */
    private SchemeVersion earlier(AdoptedFramework adopted) {
        return versions.inForce(adopted.incorporatedFrom(), BusinessDates.of(adopted.adoptedAt()))
                .or(() -> versions.newest(adopted.incorporatedFrom()))
                .orElseThrow(() -> new IllegalArgumentException("No scheme " + adopted.incorporatedFrom()));
    }

    private static FrameworkAllocation allocation(
            AdoptedFramework adopted, SchemeVersion rules, SchemeVersion earlier, AdoptedFrameworkRow row) {
        var reporting = rules.rules().reporting().terms();
        var following = adopted.year().getValue() + 1;
        return new FrameworkAllocation(
                FrameworkAllocationId.random(),
                1,
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
                adopted.adoptedAt().truncatedTo(ChronoUnit.MICROS));
    }
}
