package no.opptrapping.grant.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files as a bank would write them, pain.002.001.10 and camt.054.001.08. */
final class BankSays {
    private static final String A_DAY = "2025-06-01";

    private BankSays() {}

    /** What it says of one payment in a status report. */
    record Status(String code, String reason, String text) {
        static final Status ACCEPTED = new Status("ACCP", "", "");

        static Status rejected(String reason, String text) {
            return new Status("RJCT", reason, text);
        }

        private String xml(String reference) {
            return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s</TxInfAndSts>"
                    .formatted(
                            reference,
                            code,
                            reason.isEmpty()
                                    ? ""
                                    : "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn><AddtlInf>%s</AddtlInf></StsRsnInf>"
                                            .formatted(reason, text));
        }
    }

    /** A movement on the account. */
    record Booked(
            String reference,
            String direction,
            String amount,
            String returned,
            String on,
            String remittance,
            String bank) {
        private static final String BANK = "B1";

        private static Booked of(String reference, String direction, long amount, String returned) {
            return new Booked(reference, direction, amount + ".00", returned, A_DAY, "", BANK);
        }

        /** What somebody pays, with the reference that the payee has given. */
        static Booked paid(String kid, String amount, String bank) {
            return new Booked(
                    "PAYER-17",
                    "CRDT",
                    amount,
                    "",
                    A_DAY,
                    "<RmtInf><Strd><CdtrRefInf><Ref>" + kid + "</Ref></CdtrRefInf></Strd></RmtInf>",
                    bank);
        }

        /** What somebody pays without saying what. */
        static Booked paidBy(String payer, String amount, String bank) {
            return new Booked(
                    "NOTPROVIDED",
                    "CRDT",
                    amount,
                    "",
                    A_DAY,
                    "<RltdPties><Dbtr><Pty><Nm>" + payer + "</Nm></Pty></Dbtr></RltdPties>",
                    bank);
        }

        static Booked debit(String reference, long amount) {
            return of(reference, "DBIT", amount, "");
        }

        static Booked returned(String reference, long amount, String reason) {
            return of(reference, "CRDT", amount, reason);
        }

        Booked on(String day) {
            return new Booked(reference, direction, amount, returned, day, remittance, bank);
        }

        /** What the bank takes for itself. */
        static Booked fee(long amount) {
            return of("NOTPROVIDED", "DBIT", amount, "");
        }

        private String xml() {
            return """
                    <Ntry><Amt Ccy="NOK">%1$s</Amt><CdtDbtInd>%2$s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                    <BookgDt><Dt>%5$s</Dt></BookgDt><AcctSvcrRef>%6$s</AcctSvcrRef><BkTxCd/>
                    <NtryDtls><TxDtls><Refs><EndToEndId>%3$s</EndToEndId></Refs>%7$s%4$s</TxDtls></NtryDtls></Ntry>
                    """.formatted(
                            amount,
                            direction,
                            reference,
                            returned.isEmpty()
                                    ? ""
                                    : "<RtrInf><Rsn><Cd>" + returned
                                            + "</Cd></Rsn><AddtlInf>Kontoen er avsluttet</AddtlInf></RtrInf>",
                            on,
                            bank,
                            remittance);
        }
    }

    static String statusReport(String file, Map<String, Status> statuses) {
        return statusReport(file, A_DAY, statuses);
    }

    static String statusReport(String file, String on, Map<String, Status> statuses) {
        return report(
                on,
                file,
                "",
                "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + file + "-20250601</OrgnlPmtInfId>"
                        + statuses.entrySet().stream()
                                .map(status -> status.getValue().xml(status.getKey()))
                                .collect(Collectors.joining())
                        + "</OrgnlPmtInfAndSts>");
    }

    static String wholeFileRejected(String file, String reason) {
        return report(
                A_DAY, file, "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>", "");
    }

    private static String report(String on, String file, String ofAll, String groups) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT08:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>
                %s</CstmrPmtStsRpt></Document>
                """.formatted(UUID.randomUUID().toString().substring(0, 30), on, file, ofAll, groups);
    }

    static String booked(String account, List<Booked> entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2025-06-01T08:00:00Z</CreDtTm></GrpHdr>
                <Ntfctn><Id>1</Id><Acct><Id>%s</Id></Acct>%s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(
                UUID.randomUUID().toString().substring(0, 30),
                account.startsWith("NO") ? "<IBAN>" + account + "</IBAN>" : "<Othr><Id>" + account + "</Id></Othr>",
                entries.stream().map(Booked::xml).collect(Collectors.joining()));
    }
}
