package no.opptrapping.grant.allocation.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.runs.Handover.PotAmount;
import no.opptrapping.grant.awards.AdoptedAmount;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Tells which of a municipality's awards came of which pot, where one of them has been given up: what was given up is never
 * taken of another. An award does not say its pot; the first run's are told by the order in which they were made.
 */
final class AwardsOfPots {
    /** Where an award comes from: a pot, and the municipality that the run gave it to. */
    private record Slot(String pot, MunicipalityId recipient) {
        static Slot of(PotAmount one) {
            return new Slot(one.pot(), one.amount().recipient());
        }
    }

    /** What one pot gave and gives, and the awards that came of it. */
    record Part(List<AdoptedAmount> had, List<AdoptedAmount> gets, List<Award> held) {}

    private AwardsOfPots() {}

    /** Whether they must be told apart. */
    static boolean isNeeded(List<Award> held, List<PotAmount> had, List<PotAmount> gets) {
        var slots = new LinkedHashSet<Slot>();
        had.forEach(one -> slots.add(Slot.of(one)));
        gets.forEach(one -> slots.add(Slot.of(one)));
        return slots.size() > 1
                && held.stream().anyMatch(CorrectAwards::isGivenUp)
                && slots.stream().anyMatch(slot -> !amounts(had, slot).equals(amounts(gets, slot)));
    }

    /**
     * One part for each pot and municipality; empty when awards of later corrections make it uncertain.
     *
     * @param firstRun the run that was decided first
     * @param first what that run gave
     * @param had what the corrected run gave
     * @param gets what the correcting run gives
     * @param held the awards, by reference
     */
    static Optional<List<Part>> tell(
            UUID firstRun, List<PotAmount> first, List<PotAmount> had, List<PotAmount> gets, List<Award> held) {
        var made = given(first);
        var later = new ArrayList<>(given(had));
        later.removeAll(made);
        var original =
                held.stream().filter(award -> award.run().equals(firstRun)).toList();
        var since = held.stream()
                .filter(award -> !award.run().equals(firstRun))
                .filter(award -> award.isValid() || CorrectAwards.isGivenUp(award))
                .toList();
        if (made.size() != original.size() || later.size() != since.size()) {
            return Optional.empty();
        }
        var of = new LinkedHashMap<Slot, List<Award>>();
        put(of, made, original);
        put(of, later, since);
        var slots = new LinkedHashSet<>(of.keySet());
        had.forEach(one -> slots.add(Slot.of(one)));
        gets.forEach(one -> slots.add(Slot.of(one)));
        return Optional.of(slots.stream()
                .map(slot -> new Part(amounts(had, slot), amounts(gets, slot), of.getOrDefault(slot, List.of())))
                .toList());
    }

    private static void put(Map<Slot, List<Award>> of, List<Slot> slots, List<Award> awards) {
        for (var i = 0; i < slots.size(); i++) {
            of.computeIfAbsent(slots.get(i), _ -> new ArrayList<>()).add(awards.get(i));
        }
    }

    private static List<Slot> given(List<PotAmount> of) {
        return of.stream()
                .filter(one -> one.amount().amount().isPositive())
                .map(Slot::of)
                .toList();
    }

    private static List<AdoptedAmount> amounts(List<PotAmount> of, Slot slot) {
        return of.stream()
                .filter(one -> Slot.of(one).equals(slot))
                .map(PotAmount::amount)
                .toList();
    }
}
