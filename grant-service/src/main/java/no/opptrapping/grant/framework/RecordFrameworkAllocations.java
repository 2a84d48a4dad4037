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
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.events.Outbox;
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
    private final Schemes schemes;
    private final Outbox outbox;

    RecordFrameworkAllocations(FrameworkAllocations allocations, Ledger ledger, Schemes schemes, Outbox outbox) {
        this.allocations = allocations;
        this.ledger = ledger;
        this.schemes = schemes;
        this.outbox = outbox;
    }

    /** Records every row, or none. */
    @Transactional(TxType.MANDATORY)
    public Outcome from(AdoptedFramework adopted) {
        var scheme = scheme(adopted.scheme());
        var earlier = scheme(adopted.incorporatedFrom());
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
                .map(row -> allocation(adopted, scheme, earlier, row))
                .toList();
        allocations.add(made);
        for (var allocation : made) {
            if (!allocation.row().amount().isZero()) {
                ledger.post(Posting.frameworkPaid(
                        scheme.id(),
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

    private Scheme scheme(SchemeId id) {
        return schemes.find(id).orElseThrow(() -> new IllegalArgumentException("No scheme " + id));
    }

    private static FrameworkAllocation allocation(
            AdoptedFramework adopted, Scheme scheme, Scheme earlier, AdoptedFrameworkRow row) {
        var following = adopted.year().getValue() + 1;
        return new FrameworkAllocation(
                FrameworkAllocationId.random(),
                1,
                adopted.runId(),
                FrameworkAllocation.Purpose.of(scheme),
                FrameworkAllocation.Purpose.of(earlier),
                adopted.year(),
                row,
                scheme.reporting().opens().atYear(following),
                scheme.reporting().due().atYear(following),
                scheme.reporting().form(),
                adopted.adoptedBy(),
                adopted.adoptedAt().truncatedTo(ChronoUnit.MICROS));
    }
}
