package no.opptrapping.grant.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.grant.applications.ApplicationContent.BudgetLine;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.WrittenText;
import org.jspecify.annotations.Nullable;

/** What an application must say, and that its sums agree. */
final class ContentRules {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int LONGEST_PROJECT = 4;
    private static final int MOST_PERCENT = 10_000;

    private final ApplicationContent content;
    private final Call call;
    private final List<BrokenRule> broken = new ArrayList<>();

    private ContentRules(ApplicationContent content, Call call) {
        this.content = content;
        this.call = call;
    }

    static List<BrokenRule> brokenBy(ApplicationContent content, Call call) {
        var rules = new ContentRules(content, call);
        rules.checkContact();
        rules.checkMeasures();
        rules.checkPositions();
        rules.checkBudget();
        rules.checkAsked();
        rules.checkSmallestUseful();
        if (!content.commitment()) {
            rules.add("application.commitment-missing", "/commitment");
        }
        return rules.broken;
    }

    private void checkContact() {
        var contact = content.contact();
        if (contact == null) {
            add("application.contact-missing", "/contact");
            return;
        }
        if (contact.name() == null || !WrittenText.isName(contact.name())) {
            add("application.contact-name-missing", "/contact/name");
        }
        var email = contact.email();
        if (email == null) {
            add("application.contact-email-missing", "/contact/email");
        } else if (!EMAIL.matcher(email).matches()) {
            add("application.contact-email-malformed", "/contact/email");
        }
    }

    private void checkMeasures() {
        var measures = content.measures();
        if (measures.isEmpty()) {
            add("application.no-measures", "/measures");
            return;
        }
        for (var i = 0; i < measures.size(); i++) {
            check(measures.get(i), "/measures/" + i);
        }
        var asked = content.asked();
        var sum = sum(measures.stream()
                .map(measure -> Optional.ofNullable(measure.amount()))
                .toList());
        if (asked != null && sum.isPresent() && !sum.get().equals(asked)) {
            add("application.measures-do-not-sum", "/measures", "sum", sum.get(), "asked", asked);
        }
    }

    private void check(MeasureLine measure, String at) {
        if (measure.code() == null) {
            add("application.measure-code-missing", at + "/code");
        }
        if (measure.title() == null) {
            add("application.measure-title-missing", at + "/title");
        }
        checkAmount(measure.amount(), at + "/amount");
    }

    private void checkPositions() {
        var positions = content.positions();
        for (var i = 0; i < positions.size(); i++) {
            check(positions.get(i), "/positions/" + i);
        }
    }

    private void check(PositionLine position, String at) {
        if (position.title() == null) {
            add("application.position-title-missing", at + "/title");
        }
        var percent = position.percent();
        if (percent == null || percent < 1 || percent > MOST_PERCENT) {
            add("application.position-percent-out-of-range", at + "/percent", "least", 1, "most", MOST_PERCENT);
        }
        var year = position.year();
        if (year == null || year < 1 || year > LONGEST_PROJECT) {
            add("application.position-year-out-of-range", at + "/year", "least", 1, "most", LONGEST_PROJECT);
        }
    }

    private void checkBudget() {
        var lines = content.budgetLines();
        if (lines.isEmpty()) {
            add("application.no-budget-lines", "/budgetLines");
            return;
        }
        for (var i = 0; i < lines.size(); i++) {
            check(lines.get(i), "/budgetLines/" + i);
        }
        var asked = content.asked();
        var net = net(lines);
        var ownShare = ownShare();
        if (asked != null && net.isPresent() && !net.get().equals(asked.plus(ownShare))) {
            add(
                    "application.budget-does-not-sum",
                    "/budgetLines",
                    "net",
                    net.get(),
                    "asked",
                    asked,
                    "ownShare",
                    ownShare);
        }
    }

    private void check(BudgetLine line, String at) {
        if (line.kind() == null) {
            add("application.budget-kind-missing", at + "/kind");
        }
        if (line.text() == null) {
            add("application.budget-text-missing", at + "/text");
        }
        checkAmount(line.amount(), at + "/amount");
    }

    private void checkAsked() {
        var asked = content.asked();
        if (asked == null) {
            add("application.asked-missing", "/asked");
        } else if (!asked.isPositive()) {
            add("application.asked-not-positive", "/asked", "amount", asked);
        } else if (asked.compareTo(call.budget()) > 0) {
            add("application.asked-above-budget", "/asked", "amount", asked, "budget", call.budget());
        }
        if (ownShare().isNegative()) {
            add("application.amount-negative", "/ownShare", "amount", ownShare());
        }
    }

    private void checkSmallestUseful() {
        var smallest = content.smallestUseful();
        var asked = content.asked();
        if (smallest.isNegative()) {
            add("application.amount-negative", "/smallestUseful", "amount", smallest);
        } else if (smallest.isPositive() && !call.smallestUsefulAllowed()) {
            add("application.smallest-useful-not-allowed", "/smallestUseful");
        } else if (asked != null && smallest.compareTo(asked.max(Kroner.ZERO)) > 0) {
            add("application.smallest-useful-above-asked", "/smallestUseful", "amount", smallest, "asked", asked);
        }
    }

    private void checkAmount(@Nullable Kroner amount, String at) {
        if (amount == null) {
            add("application.amount-missing", at);
        } else if (amount.isNegative()) {
            add("application.amount-negative", at, "amount", amount);
        }
    }

    private Kroner ownShare() {
        return Optional.ofNullable(content.ownShare()).orElse(Kroner.ZERO);
    }

    /** Costs less income; empty when a line lacks what the sum needs, which is a fault of its own. */
    private static Optional<Kroner> net(List<BudgetLine> lines) {
        return sum(lines.stream().map(ContentRules::signed).toList());
    }

    private static Optional<Kroner> signed(BudgetLine line) {
        return Optional.ofNullable(line.kind())
                .flatMap(kind -> Optional.ofNullable(line.amount())
                        .map(amount -> kind == BudgetLineKind.INCOME ? amount.negated() : amount));
    }

    private static Optional<Kroner> sum(List<Optional<Kroner>> amounts) {
        return amounts.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        Kroner.sum(amounts.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private void add(String code, String pointer, Object... alternatingNameValue) {
        broken.add(BrokenRule.of(code, pointer, alternatingNameValue));
    }
}
