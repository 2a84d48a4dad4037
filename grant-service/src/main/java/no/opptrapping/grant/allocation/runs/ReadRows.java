package no.opptrapping.grant.allocation.runs;

import java.util.Collection;
import java.util.IdentityHashMap;
import no.opptrapping.grant.allocation.engine.Row;
import no.opptrapping.grant.allocation.inputs.RunInputs;

/** Municipalities whose figures are read once for many divisions that are put together of them. */
public final class ReadRows {
    private final IdentityHashMap<RunInputs.Municipality, Row> read = new IdentityHashMap<>();

    public ReadRows(Collection<RunInputs.Municipality> municipalities) {
        municipalities.forEach(one -> read.put(one, RunRows.row(one)));
    }

    /** The division of inputs whose municipalities are some of these; for its amounts, without explanations. */
    public RunDivision division(RunInputs inputs) {
        var rows = new RunRows(inputs, one -> {
            var row = read.get(one);
            return row == null ? RunRows.row(one) : row;
        });
        return new RunDivision(inputs, RunModels.quick(inputs, rows));
    }
}
