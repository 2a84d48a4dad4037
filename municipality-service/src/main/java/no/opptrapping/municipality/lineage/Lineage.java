package no.opptrapping.municipality.lineage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.opptrapping.platform.register.Descent;
import no.opptrapping.platform.register.Heir;
import no.opptrapping.platform.register.Inheritance;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityId;

/** All structure changes, and the graph of identities that they make; immutable. */
public final class Lineage {
    private final List<StructureChange> changes;
    private final Descent descent;

    public Lineage(List<StructureChange> changes) {
        this.changes = changes.stream()
                .sorted(Comparator.comparing(StructureChange::on))
                .toList();
        this.descent = new Descent(this.changes.stream()
                .flatMap(change -> stepsOf(change).stream())
                .toList());
    }

    private static List<Inheritance> stepsOf(StructureChange change) {
        return switch (change) {
            case StructureChange.Merger merger ->
                merger.before().stream()
                        .filter(party -> !party.id().equals(merger.after().id()))
                        .map(party -> new Inheritance(
                                merger.on(), party.id(), merger.after().id(), BigDecimal.ONE, ShareMethod.WHOLE, true))
                        .toList();
            case StructureChange.Split split ->
                split.parts().stream()
                        .map(part -> new Inheritance(
                                split.on(),
                                split.before().id(),
                                part.successor().id(),
                                part.share(),
                                part.method(),
                                part.dutyBearer(),
                                part.territory()))
                        .toList();
        };
    }

    /** Mergers and splits, oldest first. */
    public List<StructureChange> changes() {
        return changes;
    }

    /** Who took over from whom. */
    public Descent descent() {
        return descent;
    }

    /** Who took over when the municipality ceased; empty while it lives. */
    public List<Inheritance> successorsOf(MunicipalityId id) {
        return descent.successorsOf(id);
    }

    /** Whom the municipality took over from, at its founding or later. */
    public List<Inheritance> predecessorsOf(MunicipalityId id) {
        return descent.predecessorsOf(id);
    }

    /** What is left of the municipality on the date. */
    public List<Heir> heirsOn(MunicipalityId id, LocalDate date) {
        return descent.heirsOn(id, date);
    }

    /** Who stood on the date where the municipality stands now. */
    public Set<MunicipalityId> ancestorsOn(MunicipalityId id, Predicate<MunicipalityId> livedOn) {
        return descent.ancestorsOn(id, livedOn);
    }
}
