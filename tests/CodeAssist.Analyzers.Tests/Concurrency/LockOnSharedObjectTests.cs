using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.LockOnSharedObjectAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class LockOnSharedObjectTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        public class C
        {
            int _count;
            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task This() => Verified("void M() { lock ([|this|]) { _count++; } }");

    [Fact]
    public Task This_in_a_cast_an_accessor_or_a_lambda() => Verified(
        "int P { get { lock ([|(object)this|]) return _count; } } Action F() => () => { lock ([|this|]) _count++; };");

    [Fact]
    public Task A_type() => Verified("static int s; static void M() { lock ([|typeof(C)|]) { s++; } } void N() { lock ([|GetType()|]) { _count++; } }");

    [Fact]
    public Task A_type_in_a_field() => Verified("static readonly Type Gate = typeof(C); void M() { lock ([|Gate|]) { _count++; } }");

    [Fact]
    public Task A_string() => Verified(
        "readonly string _gate = \"gate\"; const string Key = \"k\"; void M(string name) { lock ([|_gate|]) { } lock ([|\"text\"|]) { } lock ([|Key|]) { } lock ([|name|]) { } lock ([|string.Intern(name)|]) { } }");

    [Fact]
    public Task A_fresh_object() => Verified(
        "object Gate => new object(); void M() { lock ([|new object()|]) { _count++; } lock ([|Gate|]) { } lock ([|new int[0]|]) { } lock ([|(object)_count|]) { } }");

    [Fact]
    public Task A_fresh_object_in_a_local() => Verified("void M() { var gate = new object(); lock ([|gate|]) { _count++; } }");

    [Fact]
    public Task A_field_that_is_replaced() => Verified(
        "List<int> _items = new(); void Add(int i) { lock ([|_items|]) { _items.Add(i); } } List<int> Take() { lock ([|_items|]) { var all = _items; _items = new List<int>(); return all; } }");

    [Fact]
    public Task A_static_field_and_a_property_that_are_replaced() => Verified(
        "static object s_gate = new(); static void Reset() { C.s_gate = new object(); } void M() { lock ([|s_gate|]) { } } object Root { get; set; } = new(); void N() { this.Root = new(); lock ([|Root|]) { } }");

    [Fact]
    public Task A_local_that_is_replaced_inside() => Verified("void M(List<int> items) { lock ([|items|]) { items = new List<int>(); } }");

    [Fact]
    public Task The_message_names_the_object() => Verify.VerifyAsync(
        Code("void M() { lock ({|#0:this|}) { _count++; } }"), Verify.Diagnostic(0, "this"));

    [Fact]
    public Task Private_gates_are_silent() => Verified(
        "readonly object _gate = new(); static readonly object Shared = new(); object _other = new(); void M() { lock (_gate) { } lock (Shared) { } lock (_other) { } lock (this._gate) { } }");

    [Fact]
    public Task The_lock_of_the_framework_is_silent() => Verified(
        "readonly Lock _gate = new(); Lock _other = new(); void M() { lock (_gate) { } lock (_other) { _other = new(); } }");

    [Fact]
    public Task A_field_set_up_in_the_constructor_is_silent() => Verified("object _gate; public C() { _gate = new object(); } void M() { lock (_gate) { } }");

    [Fact]
    public Task A_gate_made_when_it_is_needed_is_silent() => Verified(
        """
        object? _gate;
            object? _root;
            void M() { if (_gate == null) _gate = new object(); lock (_gate) { } }
            void N() { if (_root is null) Interlocked.CompareExchange(ref _root, new object(), null); lock (_root) { } }
            object? _lazy;
            void O() { lock (_lazy ??= new object()) { } _lazy ??= new object(); lock (_lazy) { } }
        """);

    [Fact]
    public Task A_gate_set_up_by_an_initialising_method_is_silent() => Verified(
        "object _gate = null!; void Initialize() { _gate = new object(); } public void Dispose() { lock (_gate) { } _gate = null!; }");

    [Fact]
    public Task Another_objects_field_is_its_makers_to_set() => Verified(
        "object _gate = new(); C Copy() { var copy = (C)MemberwiseClone(); copy._gate = new object(); return copy; } void M() { lock (_gate) { } }");

    [Fact]
    public Task A_variable_of_the_same_name_is_silent() => Verified(
        "object _gate = new(); void M(object other) { { object _gate; _gate = other; Console.WriteLine(_gate); } lock (this._gate) { } }");

    [Fact]
    public Task A_local_that_others_share_is_silent() => Verified(
        "void M(int[] items) { var gate = new object(); Parallel.ForEach(items, i => { lock (gate) { _count += i; } }); } void N(Action<object> share) { var gate = new object(); share(gate); lock (gate) { } }");

    [Fact]
    public Task Locals_from_elsewhere_and_parameters_are_silent() => Verified(
        "readonly Dictionary<string, object> _gates = new(); void M(string key, List<int> items) { var gate = _gates[key]; lock (gate) { } lock (items) { items.Add(1); } lock (((System.Collections.ICollection)items).SyncRoot) { } }");

    [Fact]
    public Task A_private_nested_type_is_among_itself() => Verified("private class Inner { int n; void M() { lock (this) { n++; } } }");
}
