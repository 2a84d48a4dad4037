package no.opptrapping.grant.awards;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A Norwegian account number, as it is written or printed. */
@Constraint(validatedBy = PayableAccount.HasCheckDigit.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PayableAccount {
    /** The code of the fault. */
    String message() default "award.account-number-wrong";

    /** As every constraint has them. */
    Class<?>[] groups() default {};

    /** As every constraint has it. */
    Class<? extends Payload>[] payload() default {};

    /** What is not there is not judged. */
    final class HasCheckDigit implements ConstraintValidator<PayableAccount, String> {
        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || AccountNumber.parse(number).isPresent();
        }
    }
}
