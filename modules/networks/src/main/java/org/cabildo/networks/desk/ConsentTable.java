// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cabildo.networks.comparison.Consents.Consent;
import org.cabildo.networks.desk.ConsentLine.Shown;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.View;

/** Decisions about a network as tables for spreadsheets. */
final class ConsentTable {

    private static final Shown NOTHING = new Shown("", "", "", "", "", "", false);

    private ConsentTable() {}

    /** One line for each indicator and value that would be shown. */
    static void permissions(View view, ConsentPage page, HttpServletResponse response) throws IOException {
        Table table = Table.of(
                view.msg("module.consents.name"),
                view.site().zone(),
                Column.text("network", view.msg("networks.consent.network")),
                Column.text("indicator", view.msg("networks.consent.indicator")),
                Column.text("name", view.msg("networks.consent.name")),
                Column.text("editions", view.msg("networks.editions.title")),
                Column.text("state", view.msg("networks.consent.state")),
                Column.text("value", view.msg("networks.consent.value")),
                Column.text("unit", view.msg("networks.measure.unit")),
                Column.text("period", view.msg("networks.measure.period")),
                Column.text("source", view.msg("networks.source")),
                Column.instant("granted", view.msg("networks.consent.grantedAt")),
                Column.text("grantedBy", view.msg("networks.consent.grantedBy")),
                Column.instant("withdrawn", view.msg("networks.consent.withdrawnAt")),
                Column.text("withdrawnBy", view.msg("networks.consent.withdrawnBy")));
        String name = view.site().slug() + "-" + page.network().slug() + "-permisos";
        new Download(table, TabularFormat.CSV_EXCEL, name).writeTo(response, Caching.PRIVATE, rows -> {
            for (ConsentLine line : page.lines()) {
                Consent consent = line.consent();
                for (Shown shown : line.shown().isEmpty() ? List.of(NOTHING) : line.shown()) {
                    rows.row(
                            page.network().slug(),
                            line.code(),
                            line.name(),
                            shown.edition().isEmpty() ? String.join("; ", line.editions()) : shown.edition(),
                            view.msg("networks.consent.state." + line.state().code()),
                            shown.exact().isEmpty() ? shown.value() : shown.exact(),
                            shown.unit(),
                            shown.period(),
                            shown.source(),
                            consent == null ? null : consent.grantedAt(),
                            consent == null ? "" : consent.grantedBy(),
                            consent == null ? null : consent.withdrawnAt(),
                            consent == null ? "" : consent.withdrawnBy());
                }
            }
        });
    }

    /** One line for each consent that was ever given. */
    static void history(
            View view, String network, List<Consent> consents, Map<String, String> names, HttpServletResponse response)
            throws IOException {
        Table table = Table.of(
                view.msg("networks.consent.history"),
                view.site().zone(),
                Column.text("network", view.msg("networks.consent.network")),
                Column.text("indicator", view.msg("networks.consent.indicator")),
                Column.text("name", view.msg("networks.consent.name")),
                Column.instant("granted", view.msg("networks.consent.grantedAt")),
                Column.text("grantedBy", view.msg("networks.consent.grantedBy")),
                Column.instant("withdrawn", view.msg("networks.consent.withdrawnAt")),
                Column.text("withdrawnBy", view.msg("networks.consent.withdrawnBy")));
        String name = view.site().slug() + "-" + network + "-historial";
        new Download(table, TabularFormat.CSV_EXCEL, name).writeTo(response, Caching.PRIVATE, rows -> {
            for (Consent consent : consents) {
                rows.row(
                        network,
                        consent.indicator(),
                        names.getOrDefault(consent.indicator(), ""),
                        consent.grantedAt(),
                        consent.grantedBy(),
                        consent.withdrawnAt(),
                        consent.withdrawnBy());
            }
        });
    }
}
