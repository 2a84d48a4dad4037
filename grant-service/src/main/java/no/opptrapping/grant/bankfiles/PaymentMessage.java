package no.opptrapping.grant.bankfiles;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.AccountSchemeName1Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericOrganisationIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.OrganisationIdentification29;
import com.prowidesoftware.swift.model.mx.dic.OrganisationIdentificationSchemeName1Choice;
import com.prowidesoftware.swift.model.mx.dic.Party38Choice;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.OrganisationNumber;

/** Writes payments as a pain.001.001.09: one group for each day on which payments are carried out. */
final class PaymentMessage {
    private static final int LONGEST_NAME = 140;

    private final BankAccount.Debtor debtor;
    private final Map<MunicipalityId, Creditor> creditors;
    private final LocalDate today;

    PaymentMessage(BankAccount.Debtor debtor, Map<MunicipalityId, Creditor> creditors, LocalDate today) {
        this.debtor = debtor;
        this.creditors = creditors;
        this.today = today;
    }

    /** The bytes of the file. */
    byte[] write(long number, Instant at, List<Payment> payments) {
        var message = new CustomerCreditTransferInitiationV09()
                .setGrpHdr(new GroupHeader85()
                        .setMsgId(References.ofFile(number))
                        .setCreDtTm(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                        .setNbOfTxs(Integer.toString(payments.size()))
                        .setCtrlSum(sum(payments))
                        .setInitgPty(party(debtor.name(), Optional.of(debtor.organisation()))));
        payments.stream()
                .collect(Collectors.groupingBy(
                        payment -> References.day(payment, today), TreeMap::new, Collectors.toList()))
                .forEach((day, group) -> message.addPmtInf(group(number, day, group)));
        var document = new MxPain00100109();
        document.setCstmrCdtTrfInitn(message);
        return document.message().getBytes(StandardCharsets.UTF_8);
    }

    private PaymentInstruction30 group(long number, LocalDate day, List<Payment> payments) {
        var group = new PaymentInstruction30()
                .setPmtInfId(References.ofGroup(number, day))
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(Integer.toString(payments.size()))
                .setCtrlSum(sum(payments))
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(day))
                .setDbtr(party(debtor.name(), Optional.of(debtor.organisation())))
                .setDbtrAcct(account(debtor.account()))
                .setDbtrAgt(new BranchAndFinancialInstitutionIdentification6()
                        .setFinInstnId(new FinancialInstitutionIdentification18().setBICFI(debtor.bic())))
                .setChrgBr(ChargeBearerType1Code.SLEV);
        payments.forEach(payment -> group.addCdtTrfTxInf(transfer(payment)));
        return group;
    }

    private CreditTransferTransaction34 transfer(Payment payment) {
        var reference = References.of(payment.id());
        var creditor = Optional.ofNullable(creditors.get(payment.payee()))
                .orElseGet(() -> new Creditor(payment.awardReference(), Optional.empty()));
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setInstrId(reference).setEndToEndId(reference))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy("NOK")
                                .setValue(BigDecimal.valueOf(payment.amount().value()))))
                .setCdtr(party(creditor.name(), creditor.organisation()))
                .setCdtrAcct(account(payment.account()))
                .setRmtInf(new RemittanceInformation16().addUstrd("Tilskudd " + payment.awardReference()));
    }

    private static BigDecimal sum(List<Payment> payments) {
        return BigDecimal.valueOf(
                Kroner.sum(payments.stream().map(Payment::amount).toList()).value());
    }

    private static PartyIdentification135 party(String name, Optional<OrganisationNumber> organisation) {
        var party = new PartyIdentification135()
                .setNm(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        organisation.ifPresent(number -> party.setId(new Party38Choice()
                .setOrgId(new OrganisationIdentification29()
                        .addOthr(new GenericOrganisationIdentification1()
                                .setId(number.value())
                                .setSchmeNm(new OrganisationIdentificationSchemeName1Choice().setCd("COID"))))));
        return party;
    }

    private static CashAccount38 account(AccountNumber number) {
        return new CashAccount38()
                .setId(new AccountIdentification4Choice()
                        .setOthr(new GenericAccountIdentification1()
                                .setId(number.value())
                                .setSchmeNm(new AccountSchemeName1Choice().setCd("BBAN"))));
    }
}
