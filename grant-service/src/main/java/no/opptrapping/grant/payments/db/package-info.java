/** The payments' tables. */
@NullMarked
package no.opptrapping.grant.payments.db;

import org.jspecify.annotations.NullMarked;
