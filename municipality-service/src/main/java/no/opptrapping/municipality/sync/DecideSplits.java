package no.opptrapping.municipality.sync;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.opptrapping.municipality.lineage.EstimateShares;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Holds what a person says of the splits of a proposal against the proposal. Pure. */
public final class DecideSplits {
    private final List<Difference> splits;
    private final List<SplitDecision> decisions = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();

    public DecideSplits(List<Difference> differences) {
        this.splits = differences.stream()
                .filter(difference -> difference.kind() == Kind.SPLIT)
                .toList();
    }

    /**
     * What the person says of one split.
     *
     * @param people how many people moved to each successor, where that is known; empty to use the estimate of the
     *     proposal
     */
    public record Said(
            LocalDate on,
            MunicipalityNumber municipality,
            MunicipalityNumber dutyBearer,
            Map<MunicipalityNumber, Long> people) {
        public Said {
            people = Map.copyOf(people);
        }
    }

    /** What must hold. */
    public enum Rule {
        /** Every split of the proposal has a duty-bearer. */
        EVERY_SPLIT_IS_DECIDED,
        /** What is said is about a split of the proposal, and about each once. */
        SPLIT_IS_PROPOSED,
        /** The duty-bearer is one of the successors. */
        DUTY_BEARER_IS_A_SUCCESSOR,
        /** The people of all successors are given, of nobody else, and they are not nobody. */
        PEOPLE_OF_EVERY_SUCCESSOR,
        /** The shares are estimated in the proposal, or the people are given. */
        SHARES_ARE_KNOWN
    }

    /**
     * A broken rule.
     *
     * @param index which of the things said; -1 for what is not said
     * @param municipality the split municipality
     */
    public record Broken(Rule rule, int index, String municipality) {}

    /** What is decided, to be used only if nothing is broken. */
    public record Result(List<SplitDecision> decisions, List<Broken> broken) {}

    /** Looks at everything that is said, and at what is not. */
    public Result of(List<Said> said) {
        Set<Difference> decided = new HashSet<>();
        for (var i = 0; i < said.size(); i++) {
            var one = said.get(i);
            var split = splits.stream().filter(each -> isAbout(one, each)).findFirst();
            if (split.isEmpty() || !decided.add(split.get())) {
                broken.add(
                        new Broken(Rule.SPLIT_IS_PROPOSED, i, one.municipality().value()));
            } else {
                decide(one, split.get(), i);
            }
        }
        splits.stream()
                .filter(split -> !decided.contains(split))
                .forEach(split -> broken.add(new Broken(
                        Rule.EVERY_SPLIT_IS_DECIDED,
                        -1,
                        split.before().getFirst().number())));
        return new Result(List.copyOf(decisions), List.copyOf(broken));
    }

    private void decide(Said said, Difference split, int index) {
        var successors = split.after().stream().map(ApplyStructure::number).toList();
        var before = broken.size();
        if (!successors.contains(said.dutyBearer())) {
            fault(Rule.DUTY_BEARER_IS_A_SUCCESSOR, said, index);
        }
        if (said.people().isEmpty()) {
            if (split.after().stream().anyMatch(item -> item.value().isEmpty())) {
                fault(Rule.SHARES_ARE_KNOWN, said, index);
            }
        } else if (!said.people().keySet().equals(Set.copyOf(successors))
                || said.people().values().stream().allMatch(people -> people == 0)) {
            fault(Rule.PEOPLE_OF_EVERY_SUCCESSOR, said, index);
        }
        if (broken.size() == before) {
            decisions.add(new SplitDecision(
                    said.on(),
                    said.municipality(),
                    said.dutyBearer(),
                    said.people().isEmpty()
                            ? estimated(split.after())
                            : EstimateShares.from(new TreeMap<>(said.people())),
                    said.people().isEmpty() ? ShareMethod.ESTIMATED : ShareMethod.KNOWN));
        }
    }

    private static Map<MunicipalityNumber, BigDecimal> estimated(List<Item> successors) {
        var shares = new HashMap<MunicipalityNumber, BigDecimal>();
        successors.forEach(item -> shares.put(ApplyStructure.number(item), new BigDecimal(item.value())));
        return shares;
    }

    private static boolean isAbout(Said said, Difference split) {
        return said.on().equals(split.on())
                && said.municipality().value().equals(split.before().getFirst().number());
    }

    private void fault(Rule rule, Said said, int index) {
        broken.add(new Broken(rule, index, said.municipality().value()));
    }
}
