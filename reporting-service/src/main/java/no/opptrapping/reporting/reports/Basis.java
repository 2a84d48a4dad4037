package no.opptrapping.reporting.reports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;

/**
 * What a room was opened or last extended for.
 *
 * @param received what had been received for each of the room's live obligations
 * @param dueOn the earliest of their due dates
 * @param size full as soon as one of them asks the full form
 */
public record Basis(Map<ObligationId, Kroner> received, LocalDate dueOn, FormSize size) {
    public Basis {
        received = Map.copyOf(received);
    }

    /** The basis that these obligations give, of which there is at least one. */
    static Basis of(Collection<Obligation> live) {
        var received = new TreeMap<ObligationId, Kroner>();
        live.forEach(obligation -> received.put(obligation.id(), obligation.received()));
        return new Basis(
                received,
                live.stream().map(Obligation::dueOn).min(LocalDate::compareTo).orElseThrow(),
                live.stream().anyMatch(obligation -> obligation.size() == FormSize.FULL)
                        ? FormSize.FULL
                        : FormSize.SIMPLE);
    }

    /** The obligations that this basis and the other do not have alike: added, taken away, or with another sum. */
    Set<ObligationId> differenceFrom(Basis other) {
        var all = new TreeSet<>(received.keySet());
        all.addAll(other.received.keySet());
        all.removeIf(id -> Objects.equals(received.get(id), other.received.get(id)));
        return all;
    }

    /** The same, with nothing left to report on. */
    Basis empty() {
        return new Basis(Map.of(), dueOn, size);
    }
}
