// SPDX-License-Identifier: Apache-2.0
/** The pages behind the links of mails. */
@NullMarked
package org.cabildo.notifications.web;

import org.jspecify.annotations.NullMarked;
