package no.opptrapping.grant.lifecycle;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A life cycle as a table: for every state, act and actor either what becomes of the thing or the refusal that is answered.
 * The use cases ask it, a test walks all of it, and a page can be written of it.
 *
 * @param <S> the states
 * @param <A> what can be done
 */
public final class Lifecycle<S extends Enum<S>, A extends Enum<A>> {
    /** What the table says of one state, act and actor. */
    public sealed interface Answer<S> {
        /** It is done, and leads to one of these states; which one, what is done decides. */
        record Leads<S>(Set<S> to) implements Answer<S> {}

        /** Not in this state: the code of the refusal. */
        record Refused<S>(String code) implements Answer<S> {}

        /** Never for this actor, whatever the state. */
        record NotTheirs<S>() implements Answer<S> {}
    }

    /** One line of the table, as it is read. */
    public record Line<S, A>(S state, A act, Actor actor, Answer<S> answer) {}

    /**
     * What can be done, by whom, from which states to which.
     *
     * @param refusal the code of what is answered in every other state
     */
    public record Rule<S extends Enum<S>, A extends Enum<A>>(
            A act, String refusal, Set<Actor> actors, Map<S, Set<S>> steps) {
        /** The same from another state as well. */
        @SafeVarargs
        public final Rule<S, A> from(S state, S... to) {
            var all = steps.isEmpty() ? new EnumMap<S, Set<S>>(state.getDeclaringClass()) : new EnumMap<>(steps);
            var next = EnumSet.noneOf(state.getDeclaringClass());
            for (var one : to) {
                next.add(one);
            }
            if (all.put(state, next) != null) {
                throw new IllegalArgumentException(act + " from " + state + " is said twice");
            }
            return new Rule<>(act, refusal, actors, all);
        }
    }

    private final Class<S> states;
    private final Class<A> acts;
    private final Map<A, Rule<S, A>> rules;

    private Lifecycle(Class<S> states, Class<A> acts, Map<A, Rule<S, A>> rules) {
        this.states = states;
        this.acts = acts;
        this.rules = rules;
    }

    /** A rule that no state is in yet. */
    public static <S extends Enum<S>, A extends Enum<A>> Rule<S, A> rule(A act, String refusal, Actor... actors) {
        return new Rule<S, A>(act, refusal, EnumSet.copyOf(List.of(actors)), Map.of());
    }

    /**
     * The table of the rules.
     *
     * @throws IllegalArgumentException if an act has no rule, or two
     */
    public static <S extends Enum<S>, A extends Enum<A>> Lifecycle<S, A> of(
            Class<S> states, Class<A> acts, List<Rule<S, A>> rules) {
        var byAct = new EnumMap<A, Rule<S, A>>(acts);
        for (var rule : rules) {
            if (byAct.put(rule.act(), rule) != null) {
                throw new IllegalArgumentException(rule.act() + " has two rules");
            }
        }
        for (var act : acts.getEnumConstants()) {
            if (!byAct.containsKey(act)) {
                throw new IllegalArgumentException(act + " has no rule");
            }
        }
        return new Lifecycle<>(states, acts, byAct);
    }

    /** What becomes of it when the actor does so in the state. */
    public Answer<S> answer(S state, A act, Actor actor) {
        return ruleOf(act).actors().contains(actor) ? answer(state, act) : new Answer.NotTheirs<>();
    }

    private Answer<S> answer(S state, A act) {
        var to = ruleOf(act).steps().get(state);
        return to == null ? new Answer.Refused<>(ruleOf(act).refusal()) : new Answer.Leads<>(to);
    }

    /** The refusal of the act in the state, whoever may do it; empty when it can be done. */
    public Optional<String> refusal(S state, A act) {
        return answer(state, act) instanceof Answer.Refused<S>(var code) ? Optional.of(code) : Optional.empty();
    }

    /**
     * The state that the act leads to.
     *
     * @throws IllegalStateException if the table knows no such step: a use case has not asked before
     */
    @CanIgnoreReturnValue
    public S follow(S from, A act, S to) {
        if (answer(from, act) instanceof Answer.Leads<S>(var possible) && possible.contains(to)) {
            return to;
        }
        throw new IllegalStateException(act + " does not lead from " + from + " to " + to);
    }

    /** The whole table: every state, act and actor. */
    public List<Line<S, A>> lines() {
        return Arrays.stream(states.getEnumConstants())
                .flatMap(state -> Arrays.stream(acts.getEnumConstants())
                        .flatMap(act -> Arrays.stream(Actor.values())
                                .map(actor -> new Line<>(state, act, actor, answer(state, act, actor)))))
                .toList();
    }

    private Rule<S, A> ruleOf(A act) {
        var rule = rules.get(act);
        if (rule == null) {
            throw new IllegalArgumentException("No rule of " + act);
        }
        return rule;
    }
}
