package no.opptrapping.grant.bankfiles;

import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who pays what, as a transaction of a notification says it. */
final class Remittances {
    private static final int LONGEST = 140;

    private Remittances() {}

    /**
     * What is said.
     *
     * @param reference the creditor's structured reference (KID); or else what the payer writes; empty when nothing
     * @param payer the name of whoever paid; empty when it is not said
     */
    record Remittance(String reference, String payer) {}

    static Remittance of(@Nullable EntryTransaction10 transaction) {
        if (transaction == null) {
            return new Remittance("", "");
        }
        var told = Optional.ofNullable(transaction.getRmtInf());
        var structured = told.stream()
                .flatMap(one -> one.getStrd().stream())
                .flatMap(one -> Stream.ofNullable(one.getCdtrRefInf()))
                .flatMap(one -> Stream.ofNullable(one.getRef()));
        var written = told.stream().flatMap(one -> one.getUstrd().stream());
        var payer = Optional.ofNullable(transaction.getRltdPties())
                .map(parties -> parties.getDbtr())
                .map(party -> party.getPty())
                .map(party -> party.getNm());
        return new Remittance(
                Stream.concat(structured, written)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .map(Remittances::shortened)
                        .orElse(""),
                payer.map(String::strip).map(Remittances::shortened).orElse(""));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
