/** Known bad: a public adapter. */
@NullMarked
package no.opptrapping.platform.badexamples.visible.money.http;

import org.jspecify.annotations.NullMarked;
