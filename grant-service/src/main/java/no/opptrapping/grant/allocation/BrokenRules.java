package no.opptrapping.grant.allocation;

import java.util.List;
import java.util.regex.Pattern;
import no.opptrapping.grant.allocation.engine.Fault;
import no.opptrapping.platform.problems.BrokenRule;

/** The engine's faults as refusals that point into the request from which the engine's parameters were made. */
final class BrokenRules {
    private static final Pattern POPULATION = Pattern.compile("/pots/\\d+/model/population");
    private static final Pattern APPLICATIONS = Pattern.compile("(/pots/\\d+/model)/applications.*");
    private static final Pattern ROWS = Pattern.compile("/pots/\\d+/model/rows.*");
    private static final Pattern BEFORE = Pattern.compile("(/pots/\\d+/model)/before.*");
    private static final Pattern UNIT = Pattern.compile("/pots/\\d+/model/unit");
    private static final Pattern BUDGET = Pattern.compile("(/pots/\\d+)/model/budget");

    private BrokenRules() {}

    static List<BrokenRule> of(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new BrokenRule(
                        "allocation." + fault.broken().code(), pointer(fault.pointer()), fault.arguments()))
                .distinct()
                .toList();
    }

    private static String pointer(String pointer) {
        var inRequest = POPULATION.matcher(pointer).replaceFirst("/populationYear");
        inRequest = APPLICATIONS.matcher(inRequest).replaceFirst("$1/callId");
        inRequest = ROWS.matcher(inRequest).replaceFirst("/structureDate");
        inRequest = BEFORE.matcher(inRequest).replaceFirst("$1/fromSchemeId");
        inRequest = UNIT.matcher(inRequest).replaceFirst("/unit");
        inRequest = BUDGET.matcher(inRequest).replaceFirst("$1/budget");
        return inRequest.equals("/budget") ? "/pots" : inRequest;
    }
}
