using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Billing.ProviderLedger;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Canned;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Identity;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Storage;

/// <summary>Everything the bot knows and remembers, one model for every database. As it is, it is SQLite's; see <see cref="PostgreSqlBillingDb"/>.</summary>
public class BillingDb : DbContext
{
    public BillingDb(DbContextOptions<BillingDb> options)
        : base(options)
    {
    }

    protected BillingDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Article> Articles => Set<Article>();
    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();
    public DbSet<QuestionSuggestion> Suggestions => Set<QuestionSuggestion>();
    public DbSet<NeverAnswered> NeverAnswered => Set<NeverAnswered>();
    public DbSet<StoreVersion> StoreVersions => Set<StoreVersion>();
    public DbSet<CannedReply> CannedReplies => Set<CannedReply>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<ReminderPreference> ReminderPreferences => Set<ReminderPreference>();
    public DbSet<SentReminder> SentReminders => Set<SentReminder>();
    public DbSet<SuspensionRequest> Suspensions => Set<SuspensionRequest>();
    public DbSet<ProviderInvoice> ProviderInvoices => Set<ProviderInvoice>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();
    public DbSet<CaseCounter> CaseCounters => Set<CaseCounter>();
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();
    public DbSet<StaffTask> StaffTasks => Set<StaffTask>();
    public DbSet<StaffPresence> StaffPresences => Set<StaffPresence>();
    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<VerificationCode> VerificationCodes => Set<VerificationCode>();
    public DbSet<VerifiedSender> VerifiedSenders => Set<VerifiedSender>();
    public DbSet<PartnerProfile> PartnerProfiles => Set<PartnerProfile>();
    public DbSet<RoutingRule> RoutingRules => Set<RoutingRule>();
    public DbSet<SupportQueue> SupportQueues => Set<SupportQueue>();
    public DbSet<SupportProvider> SupportProviders => Set<SupportProvider>();
    public DbSet<HeldPlan> HeldPlans => Set<HeldPlan>();
    public DbSet<SupportBoundary> SupportBoundaries => Set<SupportBoundary>();
    public DbSet<ProviderDispatch> ProviderDispatches => Set<ProviderDispatch>();
    public DbSet<ProviderUpdate> ProviderUpdates => Set<ProviderUpdate>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<StoredKey> Keys => Set<StoredKey>();
    public DbSet<StoredLease> Leases => Set<StoredLease>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BillingDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
