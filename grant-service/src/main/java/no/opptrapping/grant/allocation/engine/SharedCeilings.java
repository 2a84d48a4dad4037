package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import no.opptrapping.grant.allocation.engine.WithinCeiling.Request;

/** Which requests have municipalities in common, and what each has of what they have together: as it asked. */
final class SharedCeilings {
    /** Requests by their places, and everybody that they are of. */
    record Group(List<Integer> requests, Set<Recipient> of) {}

    private final List<Request> requests;
    private final List<Group> groups;
    private final List<Group> byRequest;
    private final BigInteger scale;

    private SharedCeilings(List<Request> requests, List<Group> groups, List<Group> byRequest) {
        this.requests = requests;
        this.groups = groups;
        this.byRequest = byRequest;
        this.scale = groups.stream()
                .filter(group -> group.requests().size() > 1)
                .map(this::asked)
                .filter(asked -> asked.signum() > 0)
                .distinct()
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    static SharedCeilings of(List<Request> requests) {
        var leads = new int[requests.size()];
        var known = new HashMap<Recipient, Integer>();
        for (var i = 0; i < leads.length; i++) {
            leads[i] = i;
            for (var one : requests.get(i).of()) {
                var other = known.putIfAbsent(one, i);
                if (other != null) {
                    leads[first(leads, other)] = first(leads, i);
                }
            }
        }
        var members = new LinkedHashMap<Integer, List<Integer>>();
        for (var i = 0; i < leads.length; i++) {
            members.computeIfAbsent(first(leads, i), _ -> new ArrayList<>()).add(i);
        }
        var groups = new ArrayList<Group>();
        var byRequest = new Group[leads.length];
        for (var places : members.values()) {
            var of = new HashSet<Recipient>();
            places.forEach(i -> of.addAll(requests.get(i).of()));
            var group = new Group(places, of);
            groups.add(group);
            places.forEach(i -> byRequest[i] = group);
        }
        return new SharedCeilings(requests, groups, List.of(byRequest));
    }

    /** Where the chain of requests with something in common ends. */
    private static int first(int[] leads, int request) {
        var at = request;
        while (leads[at] != at) {
            leads[at] = leads[leads[at]];
            at = leads[at];
        }
        return at;
    }

    List<Group> groups() {
        return groups;
    }

    /** What every weight is multiplied by, so that parts of them are whole numbers too. */
    BigInteger scale() {
        return scale;
    }

    boolean isShared(int request) {
        return byRequest.get(request).requests().size() > 1;
    }

    /**
     * Gives each of the group its part of their weight and of their ceiling: of the ceiling what the requests up to its
     * own have in whole kroner, less what those before it have.
     */
    void divide(Group group, BigInteger weight, BigInteger[] weights, long ceiling, long[] ceilings) {
        var asked = asked(group);
        if (group.requests().size() == 1 || asked.signum() == 0) {
            for (var i : group.requests()) {
                weights[i] = weight.multiply(scale);
                ceilings[i] = ceiling;
            }
            return;
        }
        var before = BigInteger.ZERO;
        for (var i : group.requests()) {
            var own = BigInteger.valueOf(requests.get(i).asked().value());
            weights[i] = weight.multiply(scale).multiply(own).divide(asked);
            var after = before.add(own);
            ceilings[i] = floor(ceiling, after, asked) - floor(ceiling, before, asked);
            before = after;
        }
    }

    private static long floor(long ceiling, BigInteger asked, BigInteger all) {
        return BigInteger.valueOf(ceiling).multiply(asked).divide(all).longValueExact();
    }

    /** The request's part of what its group has. */
    long part(int request, long ofGroup) {
        var group = byRequest.get(request);
        var asked = asked(group);
        return group.requests().size() == 1 || asked.signum() == 0
                ? ofGroup
                : BigInteger.valueOf(ofGroup)
                        .multiply(
                                BigInteger.valueOf(requests.get(request).asked().value()))
                        .divide(asked)
                        .longValueExact();
    }

    private BigInteger asked(Group group) {
        return group.requests().stream()
                .map(i -> BigInteger.valueOf(requests.get(i).asked().value()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
