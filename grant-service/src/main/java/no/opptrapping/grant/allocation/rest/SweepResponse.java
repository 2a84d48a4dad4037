package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.opptrapping.grant.allocation.sweeps.Scenario;
import no.opptrapping.grant.allocation.sweeps.Sweep;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** A line of a sweep's answer, told apart by {@code line}. */
sealed interface SweepResponse {
    @JsonProperty
    String line();

    /** The first one; {@code base} is what the run itself comes to. */
    record Started(String line, int scenarios, int municipalities, String inputHash, Result base)
            implements SweepResponse {
        Started(Sweep sweep, boolean withAmounts) {
            this(
                    "started",
                    sweep.scenarios(),
                    sweep.municipalities(),
                    sweep.inputHash(),
                    new Result(sweep.base(), withAmounts));
        }
    }

    /** One scenario divided: changes are from the base, per inhabitant in kroner with two decimals. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String line,
            int scenario,
            Map<String, String> set,
            Kroner sum,
            Kroner undistributed,
            int winners,
            int losers,
            @Nullable MunicipalityNumber losesMost,
            @Nullable String largestLossPerInhabitant,
            @Nullable String gini,
            @Nullable Map<String, Kroner> amounts)
            implements SweepResponse {
        Result(Scenario.Divided of, boolean withAmounts) {
            this(
                    "scenario",
                    of.number(),
                    of.set(),
                    of.sum(),
                    of.undistributed(),
                    of.winners(),
                    of.losers(),
                    of.largestLoss().map(Scenario.Loss::number).orElse(null),
                    of.largestLoss()
                            .map(loss -> loss.perInhabitant().rounded(2).toPlainString())
                            .orElse(null),
                    of.gini().map(gini -> gini.rounded(6).toPlainString()).orElse(null),
                    withAmounts ? byNumber(of.amounts()) : null);
        }

        private static Map<String, Kroner> byNumber(Map<MunicipalityNumber, Kroner> amounts) {
            var byNumber = new TreeMap<String, Kroner>();
            amounts.forEach((number, amount) -> byNumber.put(number.value(), amount));
            return byNumber;
        }
    }

    /** One scenario that cannot be divided, with every reason; pointers are into the sweep's run. */
    record Refused(String line, int scenario, Map<String, String> set, List<Reason> errors) implements SweepResponse {
        Refused(Scenario.Refused of, Texts texts, Language language) {
            this(
                    "refused",
                    of.number(),
                    of.set(),
                    of.broken().stream()
                            .map(broken -> new Reason(broken, texts, language))
                            .toList());
        }
    }

    /** Why a scenario cannot be divided. */
    record Reason(String code, String pointer, String detail) {
        Reason(BrokenRule broken, Texts texts, Language language) {
            this(broken.code(), "/run" + broken.pointer(), texts.text(language, broken.code(), broken.arguments()));
        }
    }

    /** How far it has come. */
    record Progress(String line, int done, int scenarios) implements SweepResponse {
        Progress(int done, int scenarios) {
            this("progress", done, scenarios);
        }
    }

    /** The last one: without it the answer is not whole. Fallbacks: scenarios that only exact fractions could tell. */
    record Finished(String line, int done, int refused, int fallbacks) implements SweepResponse {
        Finished(int done, int refused, int fallbacks) {
            this("finished", done, refused, fallbacks);
        }
    }
}
