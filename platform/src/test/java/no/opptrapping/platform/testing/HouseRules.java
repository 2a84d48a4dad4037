package no.opptrapping.platform.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the house that a machine can check (design: rooms by feature, adapters beneath them, money without
 * fractions, time from a clock). A service's <code>ArchitectureTest</code> calls {@link #faults()}.
 */
public final class HouseRules {
    static {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private final String root;
    private final JavaClasses production;
    private final JavaClasses tests;
    private final List<ArchRule> rules;

    private HouseRules(String root, JavaClasses production, JavaClasses tests, List<ArchRule> rules) {
        this.root = root;
        this.production = production;
        this.tests = tests;
        this.rules = rules;
    }

    /**
     * The rules for a service.
     *
     * @param root the service's package
     * @param rooms its rooms, such that each imports only those that stand before it
     */
    public static HouseRules of(String root, String... rooms) {
        var rules = new ArrayList<>(RoomRules.all(root, List.of(rooms)));
        rules.addAll(CodeRules.all());
        rules.addAll(AdapterRules.all());
        return new HouseRules(
                root,
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root),
                new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages(root),
                rules);
    }

    /** Packages of the service that calculate from their arguments alone; each has to exist. */
    public HouseRules calculating(String... packages) {
        List.of(packages).forEach(one -> rules.add(AdapterRules.calculatesFromItsArguments(root, List.of(one))));
        return this;
    }

    /** Every place that breaks a rule, with the rule; empty when all is well. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        rules.forEach(rule -> faults.addAll(faults(rule, production)));
        TestRules.all().forEach(rule -> faults.addAll(faults(rule, tests)));
        return faults;
    }

    static List<String> faults(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails().stream()
                .map(detail -> rule.getDescription() + ": " + detail)
                .toList();
    }
}
