package no.opptrapping.municipality.registry;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.Map;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** A day of which the register knows every municipality: not before {@link Register#BEGINNING}. */
@Constraint(validatedBy = InTheRegister.NotBeforeItsBeginning.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface InTheRegister {
    /** The code of the fault. */
    String message() default "conversion.before-the-register";

    /** As every constraint has them. */
    Class<?>[] groups() default {};

    /** As every constraint has it. */
    Class<? extends Payload>[] payload() default {};

    /** Says when the register begins. */
    final class NotBeforeItsBeginning implements ConstraintValidator<InTheRegister, LocalDate> {
        @Override
        public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .withDynamicPayload(Map.of("beginning", Register.BEGINNING));
            return date == null || !date.isBefore(Register.BEGINNING);
        }
    }
}
