package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.ChangeAwardAmounts;
import no.opptrapping.grant.awards.ChangeAwardAmounts.NewAmount;
import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.grant.reconciliation.BankSays.Booked;
import no.opptrapping.grant.reconciliation.BankSays.Status;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments go to the bank in a file, and the bank's answers come back in files. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class BankFilesIT extends MillionToGive {
    @Inject
    ChangeAwardAmounts changes;

    private Municipality bygd;
    private Municipality by;
    private AwardId ofBygd;
    private AwardId ofBy;

    @BeforeEach
    void twoApprovedPayments() {
        bygd = world.municipality(true);
        by = world.municipality(true);
        var amounts = new LinkedHashMap<Municipality, Long>();
        amounts.put(bygd, 300_000L);
        amounts.put(by, 200_000L);
        var awards = awards(amounts);
        ofBygd = awards.getFirst();
        ofBy = awards.getLast();
        accept(bygd, ofBygd, ACCOUNT).then().statusCode(201);
        accept(by, ofBy, ACCOUNT).then().statusCode(201);
        approved();
    }

    @Test
    void approvedPaymentsGoInAFileThatIsFetchedAsOftenAsNeededAndSentOnce() throws Exception {
        var file = make().then()
                .statusCode(201)
                .body("payments", equalTo(2))
                .body("sum", equalTo(500_000))
                .body("account", equalTo("12345678903"))
                .extract()
                .jsonPath();
        var content = fetch(file.getLong("number"));
        var xml = new String(content, StandardCharsets.UTF_8);
        assertThat(xml)
                .contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09")
                .contains("MsgId>" + file.getString("messageId") + "<")
                .contains("CtrlSum>500000<")
                .contains("NbOfTxs>2<")
                .contains("Ccy=\"NOK\">300000<")
                .contains("Ccy=\"NOK\">200000<")
                .contains("Id>" + ACCOUNT + "<")
                .contains("Id>12345678903<")
                .contains("BICFI>TESTNOKKXXX<");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(file.getString("sha256"));
        assertThat(fetch(file.getLong("number"))).isEqualTo(content);
        make().then().statusCode(422).body("errors.code", contains("bankfile.nothing-to-send"));
        payments().then().body("items.status", everyItem(equalTo("sent")));
        payments().then().body("items.sent.file", everyItem(equalTo(file.getInt("number"))));
        world.as(bygd)
                .body(Map.of("accountNumber", "12345678903", "statedBy", "Rådmannen"))
                .post("/v1/awards/" + ofBygd + "/accounts")
                .then()
                .statusCode(409)
                .body("type", endsWith("account.payment-sent"));
        var numbers = world.as("kari", "controller")
                .get("/v1/bank-files?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Integer>getList("items.number");
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        balances();
    }

    @Test
    void theBankRejectsOneConfirmsTheOtherAndSendsItBack() {
        var sent = sent();
        var report = BankSays.statusReport(
                sent.file(),
                Map.of(
                        sent.of(ofBygd),
                        Status.rejected("AC01", "Kontoen finnes ikke"),
                        sent.of(ofBy),
                        Status.ACCEPTED));
        read(report)
                .then()
                .statusCode(201)
                .body("kind", equalTo("pain.002"))
                .body("entries.find { it.effect == 'rejected' }.code", equalTo("AC01"))
                .body("entries.findAll { it.effect == 'accepted' }.size()", equalTo(1));
        status(ofBygd, "rejected");
        status(ofBy, "sent");
        balances();
        read(report).then().statusCode(200).body("entries.size()", equalTo(2));

        var booked = BankSays.booked("12345678903", List.of(Booked.debit(sent.of(ofBy), 200_000), Booked.fee(12)));
        read(booked).then().statusCode(201).body("entries.effect", contains("confirmed", null));
        status(ofBy, "confirmed");
        assertThat(entries(ofBy)).containsExactly("awarded", "paid");
        balances();
        // The bank tells of the same in another file: it is known.
        read(BankSays.booked("NO9312345678903", List.of(Booked.debit(sent.of(ofBy), 200_000))))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("known-before"));

        read(BankSays.booked("12345678903", List.of(Booked.returned(sent.of(ofBy), 200_000, "AC04"))))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("returned"))
                .body("entries.code", contains("AC04"));
        status(ofBy, "returned");
        assertThat(entries(ofBy)).containsExactly("awarded", "paid", "returned");
        assertThat(entries(ofBygd)).containsExactly("awarded");
        balances();
        pay(2, 500_000);
        balances();
    }

    @Test
    void oneFileConfirmsAPaymentAndTellsThatItCameBack() {
        var sent = sent();
        read(BankSays.booked(
                        "12345678903",
                        List.of(Booked.debit(sent.of(ofBy), 200_000), Booked.returned(sent.of(ofBy), 200_000, "AC04"))))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("confirmed", "returned"));
        status(ofBy, "returned");
        assertThat(entries(ofBy)).containsExactly("awarded", "paid", "returned");
        balances();
    }

    @Test
    void moneyThatIsReturnedAfterAPartOfItWasClaimedHoldsUpNoFile() {
        var sent = sent();
        read(BankSays.booked(
                        "12345678903",
                        List.of(Booked.debit(sent.of(ofBygd), 300_000), Booked.debit(sent.of(ofBy), 200_000))))
                .then()
                .statusCode(201);
        var why = new LocalisedText("Feil folketall.", "Feil folketal.", "A wrong population figure.");
        QuarkusTransaction.requiringNew().run(() -> {
            var act = new ChangeAwardAmounts.Act(
                    AwardChange.Cause.CORRECTION, why, Optional.empty(), PaidPart.SETTLE, "dina", clock.instant());
            var outcome = changes.plan(scheme, MoneyWorld.YEAR, List.of(new NewAmount(ofBy, Kroner.of(150_000))), act);
            changes.carryOut(((ChangeAwardAmounts.Outcome.Possible) outcome).plan());
        });
        read(BankSays.booked(
                        "12345678903",
                        List.of(
                                Booked.returned(sent.of(ofBygd), 300_000, "AC04"),
                                Booked.returned(sent.of(ofBy), 200_000, "AC04"))))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("returned", "returned"));
        assertThat(figures()).containsEntry("awarded", 450_000L).containsEntry("undistributed", 550_000L);
        balances();
        pay(2, 450_000);
        balances();
    }

    @Test
    void aFileOrAGroupIsRejectedAsAWhole() {
        var sent = sent();
        read(BankSays.wholeFileRejected(sent.file(), "AM04"))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("rejected", "rejected"))
                .body("entries.code", contains("AM04", "AM04"));
        status(ofBy, "rejected");
        balances();
    }

    @Test
    void nothingOfAFileIsTakenInWhenSomethingOfItCannotBeSo() {
        var sent = sent();
        var unknown = UUID.randomUUID().toString().replace("-", "");
        read(BankSays.booked(
                        "12345678903",
                        List.of(
                                Booked.debit(sent.of(ofBygd), 300_000),
                                Booked.fee(12),
                                Booked.debit(unknown, 1),
                                Booked.debit(sent.of(ofBy), 199_999),
                                Booked.debit("FAKTURA 17", 5))))
                .then()
                .statusCode(422)
                .body(
                        "errors.code",
                        contains(
                                "payment.bank-reference-unknown",
                                "payment.bank-amount-differs",
                                "payment.bank-reference-unknown"))
                .body("errors.pointer", contains("/entries/2", "/entries/3", "/entries/4"));
        read(BankSays.booked("86011117947", List.of(Booked.debit(sent.of(ofBygd), 300_000))))
                .then()
                .statusCode(422)
                .body("errors.code", contains("bankfile.other-account"))
                .body("errors.pointer", contains("/entries/0"));
        read(BankSays.booked("12345678903", List.of(Booked.returned(sent.of(ofBygd), 300_000, "AC04"))))
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.bank-out-of-order"));
        read(BankSays.statusReport("TILSKUDD-9999999999", Map.of(sent.of(ofBygd), Status.ACCEPTED)))
                .then()
                .statusCode(422)
                .body("errors.code", contains("bankfile.file-unknown"));
        status(ofBygd, "sent");
        status(ofBy, "sent");
        balances();
        // The return came before the confirmation: read again after it, it is taken in.
        read(BankSays.booked("12345678903", List.of(Booked.debit(sent.of(ofBygd), 300_000))))
                .then()
                .statusCode(201);
        read(BankSays.booked("12345678903", List.of(Booked.returned(sent.of(ofBygd), 300_000, "AC04"))))
                .then()
                .statusCode(201);
        balances();
    }

    @Test
    void whatIsNoAnswerIsRefusedAndNothingIsReadFromElsewhere() {
        read("").then().statusCode(422);
        read("not xml").then().statusCode(422).body("errors.code", contains("bankfile.not-an-answer"));
        read("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>")
                .then()
                .statusCode(422)
                .body("errors.code", contains("bankfile.not-an-answer"));
        read("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">&x;</Document>")
                .then()
                .statusCode(422)
                .body("errors.code", contains("bankfile.not-an-answer"));
        read("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><GrpHdr>"
                        + "<CreDtTm>yesterday</CreDtTm></GrpHdr></BkToCstmrDbtCdtNtfctn></Document>")
                .then()
                .statusCode(422)
                .body("errors.code", everyItem(equalTo("bankfile.malformed")));
        read("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">")
                .then()
                .statusCode(422)
                .body("errors.code", everyItem(equalTo("bankfile.malformed")));
        world.as("ada", "adviser")
                .contentType("application/xml")
                .body("<a/>")
                .post("/v1/bank-answers")
                .then()
                .statusCode(403);
    }

    @Test
    void ofManyFilesMadeAtOnceEachPaymentIsInOne() throws Exception {
        var answers = atOnce(IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(_ -> () -> make().statusCode())
                .toList());
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 422);
        payments().then().body("items.version", everyItem(equalTo(3)));
    }

    @Test
    void ofHundredReadingsOfOneFileOneHasEffect() throws Exception {
        var sent = sent();
        var file = BankSays.booked(
                "12345678903", List.of(Booked.debit(sent.of(ofBygd), 300_000), Booked.debit(sent.of(ofBy), 200_000)));
        var answers = atOnce(IntStream.range(0, 100)
                .<Callable<Integer>>mapToObj(_ -> () -> read(file).statusCode())
                .toList());
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(entries(ofBygd)).containsExactly("awarded", "paid");
        payments().then().body("items.version", everyItem(equalTo(4)));
        balances();
    }

    /** What has been sent in a file, and how the bank knows each payment. */
    private record Sent(String file, Map<AwardId, String> references) {
        String of(AwardId award) {
            return references.get(award);
        }
    }

    private Sent sent() {
        var file = make().then().statusCode(201).extract().jsonPath();
        var xml = new String(fetch(file.getLong("number")), StandardCharsets.UTF_8);
        var known = Pattern.compile("EndToEndId>([0-9a-f]{32})<")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
        var references = new LinkedHashMap<AwardId, String>();
        payments().jsonPath().<Map<String, Object>>getList("items").forEach(payment -> {
            var reference = payment.get("id").toString().replace("-", "");
            assertThat(known).contains(reference);
            references.put(new AwardId(UUID.fromString(payment.get("awardId").toString())), reference);
        });
        return new Sent(file.getString("messageId"), references);
    }

    private void approved() {
        var batch = world.as("ada", "adviser")
                .body(Map.of("schemeId", scheme.toString(), "year", 2025, "dueOn", today()))
                .post("/v1/payment-batches")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        world.as("kari", "controller")
                .post("/v1/payment-batches/" + batch + "/approval")
                .then()
                .statusCode(201);
    }

    private Response make() {
        return world.as("bank", "administrator")
                .body(Map.of("schemeId", scheme.toString()))
                .post("/v1/bank-files");
    }

    private byte[] fetch(long number) {
        return world.as("bank", "administrator")
                .accept("application/xml")
                .get("/v1/bank-files/" + number + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private Response read(String file) {
        return world.as("bank", "administrator")
                .contentType("application/xml")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/bank-answers");
    }

    private Response payments() {
        return world.as("kari", "controller").get("/v1/payments?schemeId=" + scheme);
    }

    private void status(AwardId award, String status) {
        world.as("kari", "controller")
                .get("/v1/payments?awardId=" + award)
                .then()
                .body("items.status", contains(status));
    }
}
