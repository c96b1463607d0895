package org.huying.territory;

import java.time.Clock;
import javax.sql.DataSource;
import org.huying.database.Snapshots;
import org.huying.eventlog.EventLog;
import org.huying.territory.divisions.Divisions;
import org.huying.territory.edit.OldGridEdits;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.edit.SizeLimits;
import org.huying.territory.store.DivisionRows;
import org.huying.territory.store.Lineage;
import org.huying.territory.store.Nodes;
import org.huying.territory.store.OldGrids;
import org.huying.territory.store.Revisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The imports for a command that runs beside the server; a running one takes the change up within a second. Outlines
/// are to be imported within `transaction`.
public record TerritoryTools(
        DivisionImport divisions,
        OutlineImport outlines,
        OldGridEdits oldGrids,
        TransactionTemplate transaction) {

    public static TerritoryTools on(DataSource dataSource, Clock clock) {
        var jdbc = JdbcClient.create(dataSource);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        var events = new EventLog(dataSource, JsonMapper.builder().build(), transaction);
        var nodes = new Nodes(jdbc);
        var revisions = new Revisions(jdbc);
        var maps =
                new Snapshots<CountyMap>(
                        "territory", MappedTerritory.source(nodes, new Lineage(jdbc), revisions));
        var stock = new DivisionStock(Divisions.shipped(), new DivisionRows(jdbc));
        var news = new TerritoryNews(events, revisions, maps, clock);
        return new TerritoryTools(
                new DivisionImport(stock, revisions, events, transaction, maps, clock),
                OutlineImport.on(jdbc, news, SizeLimits.usual()),
                new OldGridEdits(new OldGrids(jdbc), nodes),
                transaction);
    }
}
