namespace CodeAssist.Repair.Tests.BuiltIn;

public class LockOnSharedObjectTemplateTests
{
    [Fact]
    public Task A_lock_on_this_gets_a_field() => RepairVerifier.RepairsAsync(
        "CDA2009",
        """
        public class Counter
        {
            private int _count;

            /// <summary>Counts.</summary>
            public int Next()
            {
                lock (this) // one at a time
                {
                    return ++_count;
                }
            }
        }
        """,
        """
        public class Counter
        {
            private int _count;

            /// <summary>Counts.</summary>
            public int Next()
            {
                lock (_gate) // one at a time
                {
                    return ++_count;
                }
            }

            private readonly object _gate = new object();
        }
        """);

    [Fact]
    public Task Two_locks_must_change_together() => RepairVerifier.OffersNothingAsync(
        "CDA2009", "public class C { int n; void M() { lock (this) { n++; } } void N() { lock (this) { n--; } } }");

    [Fact]
    public Task A_name_that_is_taken_is_left_alone() => RepairVerifier.OffersNothingAsync(
        "CDA2009", "public class C { int _gate; void M() { lock (this) { _gate++; } } }");

    [Fact]
    public Task A_string_is_left_alone() => RepairVerifier.OffersNothingAsync("CDA2009", "public class C { void M(string s) { lock (s) { } } }");
}
