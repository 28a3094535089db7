// SPDX-License-Identifier: Apache-2.0
/** What tests share: a real PostgreSQL, and the rules that every module keeps. */
@NullMarked
package cabildo.testkit;

import org.jspecify.annotations.NullMarked;
