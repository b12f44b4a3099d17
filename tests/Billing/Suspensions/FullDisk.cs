using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>Lets the database refuse new mails, as one whose disk is full would.</summary>
internal static class FullDisk
{
    public static Task<int> NoMoreMailsAsync(BillingDb db, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(
        db is PostgreSqlBillingDb
            ? """
              CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$;
              CREATE TRIGGER "full" BEFORE INSERT ON "Mails" FOR EACH ROW EXECUTE FUNCTION full_disk();
              """
            : """CREATE TRIGGER "full" BEFORE INSERT ON "Mails" BEGIN SELECT RAISE(ABORT, 'disk full'); END""",
        cancellationToken);

    public static Task<int> RoomAgainAsync(BillingDb db, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(
        db is PostgreSqlBillingDb ? """DROP TRIGGER "full" ON "Mails"; DROP FUNCTION full_disk();""" : """DROP TRIGGER "full" """, cancellationToken);
}
