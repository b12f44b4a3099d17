using System.Reflection;
using Xunit.v3;

namespace BillingBot.Tests.Host.PostgreSql;

/// <summary>
/// The bots of this class keep everything in PostgreSQL. A class of tests is run on both databases by a second one that has
/// this attribute and inherits its tests. Where PostgreSQL is missing the tests are skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnPostgreSqlAttribute : BeforeAfterTestAttribute
{
    /// <summary>Whether it stands on the class whose test is run, or whose fixture is made.</summary>
    public static bool IsAsked => (TestContext.Current.TestClass as IXunitTestClass)?.Class.IsDefined(typeof(OnPostgreSqlAttribute)) == true;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => PostgreSqlCluster.SkipUnlessThere();
}
