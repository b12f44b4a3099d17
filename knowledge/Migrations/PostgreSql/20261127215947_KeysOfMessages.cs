using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BillingBot.Knowledge.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class KeysOfMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_ConversationId_DedupeKey",
                table: "Messages");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ConversationId_DedupeKey",
                table: "Messages",
                columns: new[] { "ConversationId", "DedupeKey" },
                unique: true,
                filter: "\"DedupeKey\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_ConversationId_DedupeKey",
                table: "Messages");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ConversationId_DedupeKey",
                table: "Messages",
                columns: new[] { "ConversationId", "DedupeKey" },
                unique: true);
        }
    }
}
