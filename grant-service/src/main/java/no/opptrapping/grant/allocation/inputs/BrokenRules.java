package no.opptrapping.grant.allocation.inputs;

import java.util.List;
import java.util.regex.Pattern;
import no.opptrapping.grant.allocation.engine.Fault;
import no.opptrapping.platform.problems.BrokenRule;

/** The engine's faults as refusals that point into the request from which the engine's parameters were made. */
public final class BrokenRules {
    private static final Pattern POPULATION = Pattern.compile("/pots/\\d+/model/population");
    private static final Pattern APPLICATIONS = Pattern.compile("(/pots/\\d+/model)/applications.*");
    private static final Pattern ROWS = Pattern.compile("/pots/(\\d+)/model/rows.*");
    private static final Pattern BEFORE = Pattern.compile("(/pots/\\d+/model)/before.*");
    private static final Pattern GUARANTEE =
            Pattern.compile("(/pots/(\\d+)/model)/(?:guarantee/)?(threshold|before(?:/.*)?)");
    private static final Pattern UNIT = Pattern.compile("/pots/\\d+/model/unit");
    private static final Pattern OWN_KEY = Pattern.compile("(/pots/\\d+/model)/ownKey");
    private static final Pattern ACTIVITY = Pattern.compile("(/pots/\\d+/model/activities/\\d+)$");
    private static final Pattern WEIGHTS = Pattern.compile("/pots/(\\d+)/model/weights.*");
    private static final Pattern BUDGET = Pattern.compile("(/pots/\\d+)/model/budget");

    private BrokenRules() {}

    public static List<BrokenRule> of(List<Fault> faults, RunParameters parameters) {
        return faults.stream()
                .map(fault -> new BrokenRule(
                        "allocation." + fault.broken().code(),
                        ofCostKey(pointer(ofWhole(ofEligible(fault.pointer(), parameters), parameters)), parameters),
                        fault.arguments()))
                .distinct()
                .toList();
    }

    /** Criteria that were read from a registered key are not in the request; the key is. */
    static String ofCostKey(String pointer, RunParameters parameters) {
        var weights = WEIGHTS.matcher(pointer);
        if (!weights.matches()) {
            return pointer;
        }
        var pot = Integer.parseInt(weights.group(1));
        return parameters.pots().get(pot).model().costKey() == null ? pointer : "/pots/" + pot + "/model/costKey";
    }

    /** Rows are those of the structure, unless the pot says for whom it is. */
    private static String ofEligible(String pointer, RunParameters parameters) {
        var rows = ROWS.matcher(pointer);
        return rows.matches()
                        && parameters
                                        .pots()
                                        .get(Integer.parseInt(rows.group(1)))
                                        .eligible()
                                != null
                ? "/pots/" + rows.group(1) + "/eligible"
                : pointer;
    }

    /** The whole framework grant's guarantee stands with what else makes it whole. */
    private static String ofWhole(String pointer, RunParameters parameters) {
        var guarantee = GUARANTEE.matcher(pointer);
        return guarantee.matches()
                        && parameters
                                        .pots()
                                        .get(Integer.parseInt(guarantee.group(2)))
                                        .model()
                                        .whole()
                                != null
                ? guarantee.group(1) + "/whole/guarantee/" + guarantee.group(3)
                : pointer;
    }

    private static String pointer(String pointer) {
        var inRequest = POPULATION.matcher(pointer).replaceFirst("/populationYear");
        inRequest = APPLICATIONS.matcher(inRequest).replaceFirst("$1/callId");
        inRequest = ROWS.matcher(inRequest).replaceFirst("/structureDate");
        inRequest = BEFORE.matcher(inRequest).replaceFirst("$1/fromSchemeId");
        inRequest = OWN_KEY.matcher(inRequest).replaceFirst("$1");
        inRequest = ACTIVITY.matcher(inRequest).replaceFirst("$1/number");
        inRequest = UNIT.matcher(inRequest).replaceFirst("/unit");
        inRequest = BUDGET.matcher(inRequest).replaceFirst("$1/budget");
        return inRequest.equals("/budget") ? "/pots" : inRequest;
    }
}
