// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.SiteContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * Indicators for machines: the catalogue, and the observations of each as a tidy table with the provenance of every
 * value, from which each chart can be drawn again.
 */
@Controller
@Access(Access.Audience.PUBLIC)
class IndicatorData {

    private static final Table SHAPE = Table.of(
            "observations",
            java.time.ZoneOffset.UTC,
            Column.text("indicator", "Indicador"),
            Column.text("territory", "Territorio"),
            Column.text("breakdown", "Desagregación"),
            Column.text("period", "Período"),
            Column.text("state", "Estado"),
            Column.decimal("value", "Valor"),
            Column.text("unit", "Unidad"),
            Column.text("source", "Fuente"),
            Column.text("source_url", "Dirección de la fuente"),
            Column.text("note", "Nota"),
            Column.integer("version", "Versión"),
            Column.instant("recorded_at", "Registrado"));

    private final Indicators indicators;

    IndicatorData(Indicators indicators) {
        this.indicators = indicators;
    }

    @GetMapping("/api/v1/indicators")
    @ResponseBody
    Map<String, List<Indicator>> catalogue(HttpServletRequest request) {
        return Map.of("indicators", indicators.all(SiteContext.of(request).requireTenant(), false));
    }

    @GetMapping({
        "/indicadores/{code:[a-z0-9][a-z0-9._-]*}/datos.{format:csv|xlsx|json}",
        "/api/v1/indicators/{code:[a-z0-9][a-z0-9._-]*}/observations.{format:csv|xlsx|json}"
    })
    void observations(
            @PathVariable String code,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Site site = SiteContext.of(request);
        TenantId tenant = site.requireTenant();
        Indicator indicator = indicators
                .find(tenant, code)
                .filter(Indicator::published)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Observation> observations = indicators.observations(tenant, code, null);
        String unit = indicator.unit().getOrDefault(site.defaultLocale().getLanguage(), "");
        new Download(SHAPE, TabularFormat.of(format).orElseThrow(), site.slug() + "-" + code)
                .writeTo(response, SafeDownload.Caching.REVALIDATED, rows -> {
                    for (Observation observation : observations) {
                        rows.row(
                                observation.series().indicator(),
                                observation.series().territory(),
                                observation.series().breakdownText(),
                                observation.period().text(),
                                observation.state().code(),
                                observation.value(),
                                unit,
                                observation.source().isEmpty() ? indicator.source() : observation.source(),
                                observation.sourceUrl().isEmpty() ? indicator.sourceUrl() : observation.sourceUrl(),
                                observation.note(),
                                observation.version(),
                                observation.recordedAt());
                    }
                });
    }
}
