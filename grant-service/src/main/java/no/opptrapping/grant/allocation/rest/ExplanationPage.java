package no.opptrapping.grant.allocation.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.explanations.Explanation;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;

/**
 * One municipality's amount of a run as a page of the decision letter: two sentences for each part, and beneath them the
 * table that somebody with a pocket calculator can follow. It needs nothing from elsewhere, prints on paper and reads
 * aloud in the order that it is written.
 *
 * @param notice says that figures are invented; empty when they are not
 */
record ExplanationPage(AllocationRun run, Explanation explanation, Texts texts, Language language, String notice) {
    String write() {
        var html = new Html(language, word("title"));
        if (!notice.isEmpty()) {
            html.note(notice);
        }
        html.heading(1, word("title"));
        html.facts(List.of(
                Map.entry(word("municipality"), explanation.number() + " " + explanation.name()),
                Map.entry(word("run"), run.name() + " (" + run.year() + ")"),
                Map.entry(word("status"), word(run.isAdopted() ? "adopted" : "simulated")),
                Map.entry(word("amount"), word("kroner", Map.of("amount", explanation.amount())))));
        explanation.pots().forEach(part -> part(html, part));
        if (explanation.pots().stream()
                .anyMatch(
                        part -> part.byKey() != null && !part.byKey().criteria().isEmpty())) {
            html.paragraph(word("how-to-check"));
        }
        html.paragraph(word("hash", Map.of("hash", run.inputHash())));
        return html.end();
    }

    private void part(Html html, Explanation.Part part) {
        html.heading(2, word("part", Map.of("pot", part.pot(), "amount", part.amount())));
        part.sentences().forEach(sentence -> html.paragraph(sentence.in(language)));
        Optional.ofNullable(part.byKey())
                .filter(byKey -> !byKey.criteria().isEmpty())
                .ifPresent(byKey -> byKey(html, part, byKey));
        lines(html, part);
        Optional.ofNullable(part.byApplication()).ifPresent(application -> byApplication(html, application));
        Optional.ofNullable(part.byActivity()).ifPresent(activity -> byActivity(html, activity));
        Optional.ofNullable(part.framework()).ifPresent(framework -> framework(html, framework));
        Optional.ofNullable(part.incorporation()).ifPresent(step -> step(html, step));
    }

    private void byKey(Html html, Explanation.Part part, Explanation.ByKey byKey) {
        html.table(
                word("by-key-caption", Map.of("budget", part.budget())),
                List.of(
                        word("criterion"),
                        explanation.name(),
                        word("all"),
                        word("share"),
                        word("weight"),
                        word("kroner-head")));
        byKey.criteria()
                .forEach(one -> html.row(
                        indicator(one.indicator(), one.year()),
                        List.of(
                                plain(one.value()),
                                plain(one.total()),
                                percent(one.share()),
                                weight(one),
                                decimal(new BigDecimal(one.contribution()), 2))));
        html.foot();
        total(html, word("by-key"), percent(byKey.share()), decimal(new BigDecimal(byKey.byKey()), 2));
        html.endTable();
    }

    /** The weight that counted, and beside it the given one where it is another. */
    private String weight(Explanation.Criterion one) {
        var used = plain(one.weightUsed());
        return new BigDecimal(one.weight()).compareTo(new BigDecimal(one.weightUsed())) == 0
                ? used
                : word("weight-given", Map.of("used", used, "given", plain(one.weight())));
    }

    /** Every step with what it adds; the last row is what they add up to. */
    private void lines(Html html, Explanation.Part part) {
        html.table(word("lines-caption"), List.of(word("what"), word("calculation"), word("kroner-head")));
        part.lines()
                .forEach(line -> html.row(
                        line.label().in(language),
                        List.of(
                                Optional.ofNullable(line.calculation())
                                        .map(text -> text.in(language))
                                        .orElse(""),
                                decimal(line.contribution().inKroner(), 2))));
        html.foot();
        html.row(
                word("amount"),
                List.of("", decimal(BigDecimal.valueOf(part.amount().value()), 2)));
        html.endTable();
    }

    private static void total(Html html, String name, String share, String kroner) {
        html.row(name, List.of("", "", share, "", kroner));
    }

    private void byApplication(Html html, Explanation.ByApplication application) {
        facts(html, word("application-caption"));
        amount(html, word("assessed"), application.assessed());
        if (application.smallestUseful().isPositive()) {
            amount(html, word("smallest-useful"), application.smallestUseful());
        }
        Optional.ofNullable(application.place())
                .ifPresent(place -> html.row(word("place"), List.of(Integer.toString(place))));
        Optional.ofNullable(application.share()).ifPresent(share -> html.row(word("share"), List.of(percent(share))));
        Optional.ofNullable(application.participants())
                .ifPresent(all -> all.forEach(one ->
                        amount(html, word("participant", Map.of("number", one.number())), one.amount())));
        html.endTable();
    }

    private void byActivity(Html html, Explanation.ByActivity activity) {
        facts(html, word("activity-caption"));
        html.row(word("units"), List.of(plain(activity.units())));
        html.row(word("unit-price"), List.of(plain(activity.unitPrice())));
        html.row(word("unit-price-used"), List.of(plain(activity.unitPriceUsed())));
        html.row(word("own-share"), List.of(percent(activity.ownShare())));
        html.row(word("report"), List.of(word(activity.approved() ? "report-approved" : "report-not-approved")));
        amount(html, word("claim"), activity.claim());
        amount(html, word("claims"), activity.claims());
        html.endTable();
    }

    private void framework(Html html, Explanation.Framework framework) {
        facts(html, word("framework-caption"));
        html.row(word("inhabitants"), List.of(plain(framework.inhabitants())));
        Optional.ofNullable(framework.needIndex())
                .ifPresent(index -> html.row(word("need-index"), List.of(decimal(new BigDecimal(index), 4))));
        amount(html, word("per-inhabitant-part"), framework.perInhabitantPart());
        amount(html, word("equalisation"), framework.equalisation());
        html.foot();
        amount(html, word("framework"), framework.amount());
        html.endTable();
    }

    private void step(Html html, Explanation.Step step) {
        facts(html, word("step-caption"));
        amount(html, word("before"), step.before());
        amount(html, word("framework"), step.framework());
        ore(html, "compensation", step.compensation());
        ore(html, "deduction", step.deduction());
        ore(html, "phase-in", step.phaseIn());
        ore(html, "step-rounding", step.rounding());
        amount(html, word("net"), step.net());
        html.foot();
        amount(html, word("after"), step.after());
        amount(html, word("change"), step.change());
        html.row(word("change-per-inhabitant"), List.of(decimal(new BigDecimal(step.changePerInhabitant()), 2)));
        html.row(word("national-change"), List.of(decimal(new BigDecimal(step.nationalChangePerInhabitant()), 2)));
        html.endTable();
    }

    private void ore(Html html, String word, Ore amount) {
        if (!amount.isZero()) {
            html.row(word(word), List.of(decimal(amount.inKroner(), 2)));
        }
    }

    private void facts(Html html, String caption) {
        html.table(caption, List.of(word("what"), word("value")));
    }

    private void amount(Html html, String name, Kroner amount) {
        html.row(name, List.of(decimal(BigDecimal.valueOf(amount.value()), 0)));
    }

    private String indicator(String code, int year) {
        return texts.find(language, "allocation.indicator." + code, Map.of()).orElse(code) + ", "
                + word("on-1-january", Map.of("year", Integer.toString(year)));
    }

    private String plain(String number) {
        var value = new BigDecimal(number).stripTrailingZeros();
        return decimal(value, Math.max(0, value.scale()));
    }

    /** The share of a whole as a percentage. */
    private String percent(String share) {
        return decimal(new BigDecimal(share).movePointRight(2), 4) + "\u00a0%";
    }

    private String decimal(BigDecimal number, int decimals) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    private String word(String code) {
        return word(code, Map.of());
    }

    private String word(String code, Map<String, ?> arguments) {
        var all = new HashMap<String, Object>(Map.of("name", explanation.name()));
        all.putAll(arguments);
        return texts.text(language, "allocation.page." + code, all);
    }
}
