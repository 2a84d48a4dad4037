package no.opptrapping.grant.allocation.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.engine.Split;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.ReadRows;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * What municipalities get in the worlds between two runs. A world takes each cause from the old run or the new one, and
 * its amounts are what the engine itself gives of such inputs, rounded to one krone instead of the run's unit: so every
 * difference between worlds is whole kroner, and over the country they sum to what there is more or less to divide.
 *
 * <p>Where its own figures and everybody else's are of the same year there is one world for all; else there is one for
 * each municipality. A world that cannot be divided (new floors above the old budget) counts as the one without its
 * last cause: that cause works only when the others let it.
 */
final class Worlds {
    private final RunInputs[] sides;
    private final Rules rules;
    private final Facts facts;
    private final ReadRows rows;
    private final Map<String, Integer> byNumber = new HashMap<>();
    private final Map<MunicipalityId, Integer> byIdentity = new HashMap<>();
    private final Map<Integer, RunParameters> parameters = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<long[]>> national = new ConcurrentHashMap<>();
    private final long[] old;
    private final boolean[] differing;
    private final boolean potsAlike;
    private final int present;
    private final AtomicLong divided = new AtomicLong();
    private final AtomicLong impossible = new AtomicLong();

    /**
     * @param there the newer run's municipalities
     * @param from the older run's inputs in their structure
     * @param to the newer run's inputs in their structure
     * @param old what the older rules gave in the older structure, moved; for worlds of which none can be divided
     */
    Worlds(List<RunInputs.Municipality> there, RunInputs from, RunInputs to, long[] old) {
        this.sides = new RunInputs[] {from, to};
        this.old = old.clone();
        this.rules = new Rules(from, to);
        this.facts = new Facts(there, from, to, rules);
        this.potsAlike = rules.potsAlike();
        this.rows = new ReadRows(facts.allRows());
        this.differing = new boolean[there.size()];
        var figures = false;
        for (var i = 0; i < there.size(); i++) {
            byNumber.put(there.get(i).number(), i);
            byIdentity.put(there.get(i).identity(), i);
            differing[i] = facts.differFor(i);
            figures |= differing[i];
        }
        this.present = (rules.appropriationDiffers() ? Cause.APPROPRIATION.bit() : 0)
                | (figures ? Cause.OWN_FIGURES.bit() | Cause.OTHER_FIGURES.bit() : 0)
                | (rules.keyDiffers() ? Cause.KEY.bit() : 0)
                | (rules.limitsDiffer() ? Cause.LIMITS.bit() : 0)
                | (rules.easingDiffers() ? Cause.EASING.bit() : 0);
    }

    /** The bits of the causes that differ between the runs. */
    int present() {
        return present;
    }

    /** How many divisions have been made. */
    long divisions() {
        return divided.get();
    }

    /** How many worlds could not be divided, of those that have been tried. */
    long impossible() {
        return impossible.get();
    }

    /** What the municipality gets in the world, in kroner. */
    long value(int municipality, int world) {
        for (var tried = world; ; tried -= Integer.highestOneBit(tried)) {
            var amount = amount(municipality, tried);
            if (amount.isPresent()) {
                return amount.get();
            }
            if (tried == 0) {
                return old[municipality];
            }
        }
    }

    private Optional<Long> amount(int municipality, int world) {
        var own = Cause.OWN_FIGURES.in(world) ? 1 : 0;
        var others = Cause.OTHER_FIGURES.in(world) ? 1 : 0;
        if (own == others || !differing[municipality]) {
            var alike = others == 1 ? world | Cause.OWN_FIGURES.bit() : world & ~Cause.OWN_FIGURES.bit();
            return national.computeIfAbsent(alike, one -> amounts(one, facts.all(others)))
                    .map(all -> all[municipality]);
        }
        return amounts(world, facts.apart(municipality, own)).map(all -> all[municipality]);
    }

    private Optional<long[]> amounts(int world, Facts.Chosen chosen) {
        var inputs = inputs(world, chosen);
        divided.incrementAndGet();
        if (rows.division(inputs).divide() instanceof Pots.Result.Allocated result) {
            return Optional.of(amounts(inputs, result));
        }
        impossible.incrementAndGet();
        return Optional.empty();
    }

    private RunInputs inputs(int world, Facts.Chosen chosen) {
        var key = Cause.KEY.in(world) ? 1 : 0;
        var limits = Cause.LIMITS.in(world) ? 1 : 0;
        var easing = Cause.EASING.in(world) ? 1 : 0;
        var rule = parameters.computeIfAbsent(key + 2 * limits + 4 * easing, one -> rules.of(key, limits, easing));
        var money = Cause.APPROPRIATION.in(world) ? 1 : 0;
        var budget = sides[money].budget();
        var promises = chosen.promises();
        var available = budget
                - promises.stream().mapToLong(RunInputs.Commitment::amount).sum();
        var pots = new ArrayList<RunParameters.Pot>();
        var sums = sums(sides[potsAlike ? money : key], available);
        for (var pot = 0; pot < rule.pots().size(); pot++) {
            var one = rule.pots().get(pot);
            pots.add(one.with(sums.get(pot), chosen.model(one.model(), key, pot)));
        }
        return sides[key].over(
                rule.with(pots),
                budget,
                chosen.municipalities(),
                chosen.applications(key),
                chosen.before(key),
                sides[key].eligible(),
                chosen.approved(key),
                promises);
    }

    /**
     * The pots' sums in proportion to what there is to divide, null for a pot that takes what is left: of the run with
     * the appropriation where both have the same pots, else of the one with the key.
     */
    private static List<@Nullable Long> sums(RunInputs rule, long available) {
        var pots = rule.parameters().pots();
        var then = rule.budget() - rule.committed().value();
        var sums = new ArrayList<@Nullable Long>();
        if (available == then || available < 0) {
            pots.forEach(pot -> sums.add(pot.amount()));
            return sums;
        }
        var weights = new ArrayList<Fraction>();
        var rest = then;
        for (var pot : pots) {
            var amount = pot.amount() == null ? 0 : pot.amount();
            weights.add(Fraction.of(amount));
            rest -= amount;
        }
        // Nothing was divided, so nobody has a part of it: then all of it is beyond the sums.
        weights.add(Fraction.of(then == 0 ? 1 : rest));
        var parts = Split.inProportion(Kroner.of(available), weights);
        for (var pot = 0; pot < pots.size(); pot++) {
            sums.add(pots.get(pot).amount() == null ? null : parts.get(pot).value());
        }
        return sums;
    }

    /** What each gets of a division in the newer structure, promises of earlier years with it. */
    private long[] amounts(RunInputs inputs, Pots.Result.Allocated result) {
        var amounts = new long[facts.size()];
        if (inputs.applications().isEmpty() && inputs.promised().isEmpty()) {
            for (var pot : result.pots()) {
                for (var line : pot.division().lines()) {
                    var at = byNumber.get(line.recipient().number().value());
                    if (at != null) {
                        amounts[at] += line.amount().value();
                    }
                }
            }
            return amounts;
        }
        byIdentity(inputs, result).forEach((id, amount) -> {
            var at = byIdentity.get(id);
            if (at != null) {
                amounts[at] += amount.value();
            }
        });
        return amounts;
    }

    /** What each gets of a run, promises of earlier years with it; of what is joint the participants' shares. */
    static Map<MunicipalityId, Kroner> byIdentity(RunInputs inputs, Pots.Result.Allocated result) {
        var municipalities = new HashMap<String, MunicipalityId>();
        inputs.municipalities().forEach(one -> municipalities.put(one.number(), one.identity()));
        var applications = new HashMap<String, RunInputs.Application>();
        inputs.applications().forEach(one -> applications.put(one.reference(), one));
        var amounts = new TreeMap<MunicipalityId, Kroner>();
        for (var pot : result.pots()) {
            for (var line : pot.division().lines()) {
                var application = applications.get(line.recipient().reference());
                var parts = application == null
                        ? Map.of(municipalities.get(line.recipient().number().value()), line.amount())
                        : application.parts(line.amount());
                parts.forEach((id, amount) -> amounts.merge(id, amount, Kroner::plus));
            }
        }
        inputs.promised().forEach(one -> one.parts().forEach((id, amount) -> amounts.merge(id, amount, Kroner::plus)));
        return amounts;
    }
}
