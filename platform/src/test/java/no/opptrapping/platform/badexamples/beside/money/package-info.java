/** Known bad: technologies touched beside their adapters. */
@NullMarked
package no.opptrapping.platform.badexamples.beside.money;

import org.jspecify.annotations.NullMarked;
