using Basic.Reference.Assemblies;
using CodeAssist.Repair.Gate.Meaning;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Tests.Gate;

/// <summary>What means the same is known to, and what does not is never taken for it.</summary>
public class MeaningTests
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Meaning", references: Net100.References.All, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    // Both bodies stand in a method with these parameters.
    private const string World = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Text; using System.Threading;
        record Point(int X, int Y);
        class Node { public string Name = ""; public string? Label { get; set; } public Node? Next; public int Size { get; set; } public List<int> Items { get; } = []; public int Count() => 1; public bool Ask(int n) => n > 0; public void Act() { } public event EventHandler? Changed; public void Raise() => Changed?.Invoke(this, EventArgs.Empty); }
        class C
        {
            int _f; string _s = ""; Node? _node; readonly List<int> _list = []; event EventHandler? Moved; event Action<int>? Done; bool _disposed;
            static int F(int n) => n; static string G() => "g"; static void Log(string s) { } static bool H(object? o) => o is null; Node? Find() => _node;
            dynamic? M(int a, int b, bool p, bool q, string s, string? t, Node n, Node? m, int? v, object o, List<int> xs, int[] ys, Dictionary<string, int> d, HashSet<string> h, IEnumerable<Node> es, double x, CancellationToken ct, char c, StringBuilder sb)
            {
                BODY
                return null;
            }
        }
        """;

    public static TheoryData<string, string> Same => new()
    {
        { "if (p) { if (q) Log(s); }", "if (p && q) { Log(s); }" },
        { "if (p) return 1; return 2;", "return p ? 1 : 2;" },
        { "if (!p) { Log(s); } else { F(1); }", "if (p) F(1); else Log(s);" },
        { "if (p) { Log(s); return 1; } F(2); return 3;", "if (!p) { F(2); return 3; } Log(s); return 1;" },
        { "if (a > b) return true; return false;", "return a > b;" },
        { "return !(a < b);", "return a >= b;" },
        { "return !(p && q);", "return !p || !q;" },
        { "return p == true;", "return p;" },
        { "return p ? true : q;", "return p || q;" },
        { "return m != null && m.Ask(a);", "return m?.Ask(a) == true;" },
        { "return m != null && m.Size > 3;", "return m?.Size > 3;" },
        { "return m == null || m.Size != 3;", "return m?.Size != 3;" },
        { "return m != null ? m.Label : null;", "return m?.Label;" },
        { "return m == null ? 0 : m.Size;", "return m?.Size ?? 0;" },
        { "if (m != null) m.Act();", "m?.Act();" },
        { "if (Moved != null) Moved(this, EventArgs.Empty);", "Moved?.Invoke(this, EventArgs.Empty);" },
        { "var handler = Moved; if (handler != null) handler(this, EventArgs.Empty);", "Moved?.Invoke(this, EventArgs.Empty);" },
        { "return t ?? \"x\";", "return t != null ? t : \"x\";" },
        { "if (t == null) t = \"x\"; Log(t);", "t ??= \"x\"; Log(t);" },
        { "var k = o as Node; if (k != null) k.Act();", "if (o is Node k) k.Act();" },
        { "if (o is Node) { var k = (Node)o; k.Act(); }", "if (o is Node k) { k.Act(); }" },
        { "if (v.HasValue) F(v.Value);", "if (v is { } n1) F(n1);" },
        { "if (v != null) F(v.Value);", "if (v.HasValue) F(v.Value);" },
        { "return m != null && m.Label != null && m.Size == 2;", "return m is { Label: not null, Size: 2 };" },
        { "return a >= 1 && a <= 5;", "return a is >= 1 and <= 5;" },
        { "return c == 'a' || c == 'b';", "return c is 'a' or 'b';" },
        { "switch (a) { case 1: return \"x\"; case 2: return \"y\"; default: return \"z\"; }", "return a switch { 1 => \"x\", 2 => \"y\", _ => \"z\" };" },
        { "switch (a) { case 1: Log(s); break; default: F(2); break; }", "if (a == 1) Log(s); else F(2);" },
        { "return xs.Where(i => i > a).First();", "return xs.First(k => k > a);" },
        { "return xs.Where(i => i > a).Any();", "return xs.Any(i => i > a);" },
        { "return xs.Where(i => i > a).Where(i => i < b).Count();", "return xs.Count(i => i > a && i < b);" },
        { "return xs.Count() > 0;", "return xs.Any();" },
        { "return xs.Count() == 0;", "return !xs.Any();" },
        { "return xs.Count != 0;", "return xs.Any();" },
        { "return es.Count(e => e.Size > 1) >= 1;", "return es.Any(e => e.Size > 1);" },
        { "return !xs.Any(i => i > 3);", "return xs.All(i => i <= 3);" },
        { "return es.FirstOrDefault(e => e.Size > 1) != null;", "return es.Any(e => e.Size > 1);" },
        { "return xs.FirstOrDefault(i => i > a);", "return xs.Find(i => i > a);" },
        { "return xs.Any(i => i == a);", "return xs.Contains(a);" },
        { "return xs.First();", "return xs[0];" },
        { "return ys[ys.Length - 1];", "return ys[^1];" },
        { "return xs.Last();", "return xs[xs.Count - 1];" },
        { "return xs.Select(i => F(i)).ToList();", "return xs.Select(F).ToList();" },
        { "return xs.OrderBy(i => i).ToList();", "return xs.Order().ToList();" },
        { "foreach (var i in xs) { if (i > a) Log(s + i); }", "foreach (var k in xs.Where(i => i > a)) Log($\"{s}{k}\");" },
        { "foreach (var i in xs) if (i > a) return true; return false;", "return xs.Any(i => i > a);" },
        { "foreach (var i in xs) { if (i > a) continue; Log(s); }", "foreach (var i in xs) { if (i <= a) Log(s); }" },
        { "foreach (var i in xs.ToList()) { if (i > a) xs.Remove(i); }", "xs.RemoveAll(i => i > a);" },
        { "foreach (var i in xs) _list.Add(i);", "_list.AddRange(xs);" },
        { "if (!h.Contains(s)) { h.Add(s); Log(s); }", "if (h.Add(s)) { Log(s); }" },
        { "if (h.Contains(s)) h.Remove(s);", "h.Remove(s);" },
        { "if (d.ContainsKey(s)) return d[s]; return -1;", "return d.TryGetValue(s, out var k) ? k : -1;" },
        { "if (d.ContainsKey(s)) { Log(s); F(d[s]); }", "if (d.TryGetValue(s, out var k)) { Log(s); F(k); }" },
        { "if (!d.ContainsKey(s)) d.Add(s, a);", "d.TryAdd(s, a);" },
        { "return d.Keys.Contains(s);", "return d.ContainsKey(s);" },
        { "return s.Substring(2);", "return s[2..];" },
        { "return s.Substring(0, a);", "return s[..a];" },
        { "return s.Substring(a, b);", "return s[a..(a + b)];" },
        { "return int.Parse(s.Substring(1));", "return int.Parse(s.AsSpan(1));" },
        { "return s.IndexOf(\"x\") >= 0;", "return s.Contains(\"x\");" },
        { "return s.IndexOf(\"x\", StringComparison.Ordinal) != -1;", "return s.Contains(\"x\", StringComparison.Ordinal);" },
        { "return s.IndexOf(\"ab\", StringComparison.Ordinal) == 0;", "return s.StartsWith(\"ab\", StringComparison.Ordinal);" },
        { "return s.Contains(\"x\");", "return s.Contains('x');" },
        { "return string.Format(\"{0}-{1}\", a, s);", "return $\"{a}-{s}\";" },
        { "return \"a\" + a + \": \" + s;", "return $\"a{a}: {s}\";" },
        { "return string.Format(\"{0:F2} {{x}}\", x);", "return $\"{x:F2} {{x}}\";" },
        { "return $\"{a.ToString()}\";", "return $\"{a}\";" },
        { "sb.Append(\"a\" + s);", "sb.Append('a').Append(s);" },
        { "sb.Append(\"x\");", "sb.Append('x');" },
        { "return t == null || t == \"\";", "return string.IsNullOrEmpty(t);" },
        { "return string.Equals(s, t);", "return s == t;" },
        { "if (t == null) throw new ArgumentNullException(nameof(t)); Log(t);", "ArgumentNullException.ThrowIfNull(t); Log(t);" },
        { "if (t == null) throw new ArgumentNullException(nameof(t)); _s = t;", "_s = t ?? throw new ArgumentNullException(nameof(t));" },
        { "if (a <= 0) throw new ArgumentOutOfRangeException(nameof(a));", "ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);" },
        { "if (a > b) throw new ArgumentOutOfRangeException(nameof(a));", "ArgumentOutOfRangeException.ThrowIfGreaterThan(a, b);" },
        { "if (_disposed) throw new ObjectDisposedException(nameof(C));", "ObjectDisposedException.ThrowIf(_disposed, this);" },
        { "if (ct.IsCancellationRequested) throw new OperationCanceledException();", "ct.ThrowIfCancellationRequested();" },
        { "_f = _f + a;", "_f += a;" },
        { "_f += 1;", "_f++;" },
        { "int k; if (p) k = 1; else k = 2; F(k);", "var k = p ? 1 : 2; F(k);" },
        { "int k = 2; if (p) k = 1; F(k);", "var k = p ? 1 : 2; F(k);" },
        { "var k = 0; k = F(a); F(k);", "var k = F(a); F(k);" },
        { "var k = F(a); return k;", "return F(a);" },
        { "var k = n.Next; F(a); return 1;", "F(a); return 1;" },
        { "var w = new Node(); w.Name = s; w.Size = a; return w;", "return new Node { Name = s, Size = a };" },
        { "var w = new List<int>(); w.Add(a); w.Add(b); return w;", "return new List<int> { a, b };" },
        { "List<int> w = new List<int>(); return w.Count;", "List<int> w = []; return w.Count;" },
        { "return new int[0];", "return Array.Empty<int>();" },
        { "return nameof(a);", "return \"a\";" },
        { "return string.Empty;", "return \"\";" },
        { "return xs is null;", "return xs == null;" },
        { "using (var r = new StringReader(s)) { return r.ReadLine(); }", "using var r = new StringReader(s); return r.ReadLine();" },
        { "if (m is null) return 0; return m.Size;", "return m is { Size: var z } ? z : 0;" },
        { "var k = Find(); if (k != null) k.Act();", "if (Find() is { } k) k.Act();" },
        { "int k; if (int.TryParse(s, out k)) F(k);", "if (int.TryParse(s, out var k)) F(k);" },
        { "return (from i in xs where i > 1 select i * 2).ToList();", "return xs.Where(i => i > 1).Select(i => i * 2).ToList();" },
        { "while (true) { if (p) break; Log(s); }", "for (;;) { if (p) break; Log(s); }" },
        { "return v.GetValueOrDefault(3);", "return v ?? 3;" },
        { "var q1 = a + b; Log(s); return q1;", "Log(s); return a + b;" },
        { "var r = new StringReader(s); try { Log(r.ReadToEnd()); } finally { r.Dispose(); }", "using (var r = new StringReader(s)) { Log(r.ReadToEnd()); }" },
        { "var r = new StringReader(s); try { Log(r.ReadToEnd()); } finally { r.Dispose(); } F(a);", "using (var r = new StringReader(s)) { Log(r.ReadToEnd()); } F(a);" },
        { "var w = \"<\"; foreach (var e in es) w += e.Name + \",\"; return w;", "var w = new StringBuilder(\"<\"); foreach (var e in es) w.Append(e.Name).Append(','); return w.ToString();" },
        { "var w = new List<string>(); foreach (var e in es) { if (e.Size > a) w.Add(e.Name); } return w;", "return es.Where(e => e.Size > a).Select(e => e.Name).ToList();" },
        { "var w = new List<Node>(); foreach (var e in es) { if (e.Ask(a)) w.Add(e); } return w;", "return es.Where(e => e.Ask(a)).ToList();" },
        { "for (var i = 0; i < xs.Count; i++) F(xs[i]);", "foreach (var i in xs) F(i);" },
        { "return es.Select(e => e.Label).Where(l => l != null).Count();", "return es.Select(e => e.Label).OfType<string>().Count();" },
        { "Log(typeof(Node).Name);", "Log(nameof(Node));" },
    };

    public static TheoryData<string, string> Other => new()
    {
        { "if (p) { if (q) Log(s); }", "if (p || q) { Log(s); }" },
        { "if (p) { if (q) Log(s); else F(1); }", "if (p && q) Log(s); else F(1);" },
        { "if (p) return 1; return 2;", "return p ? 2 : 1;" },
        { "return !(a < b);", "return a > b;" },
        { "return !(x < 1);", "return x >= 1;" },
        { "return m != null && m.Ask(a);", "return m?.Ask(b) == true;" },
        { "return m != null && m.Ask(a);", "return m?.Ask(a) != false;" },
        { "return m == null ? 0 : m.Size;", "return m?.Size ?? 1;" },
        { "if (t == null) t = \"x\"; Log(t);", "t ??= \"y\"; Log(t);" },
        { "var k = o as Node; if (k != null) k.Act();", "((Node)o).Act();" },
        { "return a >= 1 && a <= 5;", "return a is > 1 and <= 5;" },
        { "switch (a) { case 1: return \"x\"; case 2: return \"y\"; default: return \"z\"; }", "return a switch { 1 => \"y\", 2 => \"x\", _ => \"z\" };" },
        { "switch (a) { case 1: Log(s); break; default: F(2); break; }", "if (a == 1) Log(s); F(2);" },
        { "return xs.Where(i => i > a).First();", "return xs.First();" },
        { "return xs.Where(i => i > a).First();", "return xs.Last(i => i > a);" },
        { "return xs.Where(i => i > a).First();", "return xs.FirstOrDefault(i => i > a);" },
        { "return xs.Count() > 0;", "return !xs.Any();" },
        { "return xs.Count() > 1;", "return xs.Any();" },
        { "return !xs.Any(i => i > 3);", "return xs.All(i => i > 3);" },
        { "return ys[ys.Length - 1];", "return ys[^2];" },
        { "foreach (var i in xs) { if (i > a) continue; Log(s); }", "foreach (var i in xs) { if (i > a) Log(s); }" },
        { "foreach (var i in xs.ToList()) { if (i > a) xs.Remove(i); }", "xs.RemoveAll(i => i >= a);" },
        { "foreach (var i in xs) _list.Add(i);", "_list.AddRange(ys);" },
        { "if (!h.Contains(s)) { h.Add(s); Log(s); }", "if (!h.Add(s)) { Log(s); }" },
        { "if (d.ContainsKey(s)) return d[s]; return -1;", "return d.TryGetValue(s, out var k) ? k : 0;" },
        { "if (d.ContainsKey(s)) return d[s]; return -1;", "d.TryGetValue(s, out var k); return k;" },
        { "if (!d.ContainsKey(s)) d.Add(s, a);", "d[s] = a;" },
        { "return s.Substring(2);", "return s[..2];" },
        { "return s.Substring(a, b);", "return s[a..b];" },
        { "return s.IndexOf(\"x\") > 0;", "return s.Contains(\"x\");" },
        { "return string.Format(\"{0}-{1}\", a, s);", "return $\"{s}-{a}\";" },
        { "return \"a\" + a + \": \" + s;", "return $\"a{a}:{s}\";" },
        { "return string.Format(\"{0:F2}\", x);", "return $\"{x:F3}\";" },
        { "sb.Append(\"a\" + s);", "sb.Append(s).Append('a');" },
        { "if (t == null) throw new ArgumentNullException(nameof(t)); Log(t);", "ArgumentNullException.ThrowIfNull(s); Log(t!);" },
        { "if (a <= 0) throw new ArgumentOutOfRangeException(nameof(a));", "ArgumentOutOfRangeException.ThrowIfNegative(a);" },
        { "if (a > b) throw new ArgumentOutOfRangeException(nameof(a));", "ArgumentOutOfRangeException.ThrowIfGreaterThan(b, a);" },
        { "_f = _f + a;", "_f -= a;" },
        { "_f = a - _f;", "_f -= a;" },
        { "F(_f++);", "F(++_f);" },
        { "F(a); Log(s);", "Log(s); F(a);" },
        { "F(a); Log(s);", "Log(s);" },
        { "var k = F(a); Log(s); return k;", "Log(s); return F(a);" },
        { "var k = _f; _f = 3; return k;", "_f = 3; return _f;" },
        { "var k = a; a = 3; return k;", "a = 3; return a;" },
        { "int k; if (p) k = 1; else k = 2; F(k);", "var k = p ? 2 : 1; F(k);" },
        { "var w = new Node(); w.Name = s; w.Size = a; return w;", "return new Node { Name = s };" },
        { "var w = new Node(); w.Name = s; w.Size = a; return w;", "return new Node { Name = s, Size = b };" },
        { "var w = new List<int>(); w.Add(a); w.Add(b); return w;", "return new List<int> { b, a };" },
        { "lock (xs) { Log(s); }", "Log(s);" },
        { "using (var r = new StringReader(s)) { return r.ReadLine(); }", "var r = new StringReader(s); return r.ReadLine();" },
        { "try { Log(s); } catch (IOException) { F(1); }", "try { Log(s); } catch (Exception) { F(1); }" },
        { "try { Log(s); } finally { F(1); }", "Log(s); F(1);" },
        { "checked { _f = a + b; }", "_f = a + b;" },
        { "return (double)(a / b);", "return (double)a / b;" },
        { "return (int)x;", "return x;" },
        { "while (p) Log(s);", "if (p) Log(s);" },
        { "foreach (var i in xs) { if (i > a) break; Log(s); }", "foreach (var i in xs) { if (i > a) continue; Log(s); }" },
        { "return xs.OrderBy(i => i).First();", "return xs.OrderByDescending(i => i).First();" },
        { "for (var i = 0; i < a; i++) F(i);", "for (var i = 0; i <= a; i++) F(i);" },
        { "for (var i = 0; i < a; i++) F(i);", "for (var i = 1; i < a; i++) F(i);" },
        { "throw new ArgumentNullException(nameof(s));", "throw new ArgumentNullException(nameof(t));" },
        { "throw new InvalidOperationException(\"a\");", "throw new InvalidOperationException(\"b\");" },
        { "var k = m; m = n; return k;", "m = n; return m;" },
        { "return v.GetValueOrDefault(3);", "return v ?? 0;" },
        { "if (o is Node k) { o = n; k.Act(); }", "if (o is Node) { o = n; ((Node)o).Act(); }" },
        { "var r = new StringReader(s); try { Log(r.ReadToEnd()); } finally { F(a); }", "using (var r = new StringReader(s)) { Log(r.ReadToEnd()); }" },
        { "var r = new StringReader(s); try { Log(r.ReadToEnd()); } catch (IOException) { } finally { r.Dispose(); }", "using (var r = new StringReader(s)) { Log(r.ReadToEnd()); }" },
        { "var w = \"\"; foreach (var e in es) w += e.Name + \",\"; return w;", "var w = new StringBuilder(); foreach (var e in es) w.Append(',').Append(e.Name); return w.ToString();" },
        { "var w = \"\"; foreach (var e in es) w += e.Name; return w;", "var w = new StringBuilder(\"x\"); foreach (var e in es) w.Append(e.Name); return w.ToString();" },
        { "var w = new List<string>(); foreach (var e in es) { if (e.Size > a) w.Add(e.Name); } return w;", "return es.Where(e => e.Size >= a).Select(e => e.Name).ToList();" },
        { "var w = new List<string>(); foreach (var e in es) { if (e.Size > a) w.Add(e.Name); } return w;", "return es.Select(e => e.Name).ToList();" },
        { "var w = new List<int>(); foreach (var i in xs) { if (w.Count < a) w.Add(i); } return w;", "return xs.Where(i => i < a).ToList();" },
        { "for (var i = 0; i < xs.Count; i++) F(xs[i] + i);", "foreach (var i in xs) F(i);" },
        { "for (var i = 1; i < xs.Count; i++) F(xs[i]);", "foreach (var i in xs) F(i);" },
        { "for (var i = 0; i < xs.Count; i++) F(_list[i]);", "foreach (var i in xs) F(i);" },
        { "for (var i = 0; i < xs.Count; i++) { if (xs[i] > a) xs.RemoveAt(i); }", "foreach (var i in xs) { if (i > a) xs.RemoveAt(i); }" },
        { "return es.Select(e => (object)e).OfType<Node>().Count();", "return es.Select(e => (object)e).Where(l => l != null).Count();" },
        { "var i = a; Action f = () => F(i); a = 3; f();", "Action f = () => F(a); a = 3; f();" },
        { "var u = new Node(); var w = new Node(); u.Act(); w.Act(); return u;", "var u = new Node(); var w = new Node(); w.Act(); u.Act(); return w.Next;" },
        { "int k = F(a); k = 2; F(k);", "int k = 2; F(k);" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void What_means_the_same_is_the_same(string before, string after) => Assert.Equal(MeaningOf(before), MeaningOf(after));

    [Theory]
    [MemberData(nameof(Other))]
    public void What_means_something_else_is_not_the_same(string before, string after) => Assert.NotEqual(MeaningOf(before), MeaningOf(after));

    [Theory]
    [InlineData("if (t == null) throw new ArgumentException(\"No t.\"); Log(t);", "Log(t!);", false)]
    [InlineData("Log(t!);", "if (t == null) throw new ArgumentException(\"No t.\"); Log(t);", true)]
    [InlineData("Log(t!);", "if (t == null) return 1; Log(t);", false)]
    [InlineData("Log(t!);", "if (s == null) throw new ArgumentException(\"No s.\"); Log(t!);", false)]
    [InlineData("Log(t!);", "Log(t ?? throw new InvalidOperationException());", true)]
    [InlineData("Log(t!); F(a);", "if (t == null) throw new ArgumentException(\"No t.\"); Log(t); F(b);", false)]
    public void A_guard_is_all_that_is_added(string before, string after, bool only) => Assert.Equal(only, Changed(before, after).IsNoneBut(Additions.Guard));

    [Theory]
    [InlineData("var r = new StringReader(s); Log(r.ReadToEnd());", "using var r = new StringReader(s); Log(r.ReadToEnd());", true)]
    [InlineData("var r = new StringReader(s); Log(r.ReadToEnd());", "using (var r = new StringReader(s)) { Log(r.ReadToEnd()); }", true)]
    [InlineData("var r = new StringReader(s); Log(r.ReadToEnd()); F(a);", "using (var r = new StringReader(s)) { F(a); }", false)]
    public void A_disposal_is_all_that_is_added(string before, string after, bool only) => Assert.Equal(only, Changed(before, after).IsNoneBut(Additions.Disposal));

    [Theory]
    [InlineData("Log(m!.Name);", "var k = m ?? throw new InvalidOperationException(\"No m.\"); Log(k.Name);", true)]
    [InlineData("Log(m!.Name); F(a);", "if (m is not null) Log(m.Name); F(a);", true)]
    [InlineData("Log(m!.Name); F(a);", "if (m is not null) { Log(m.Name); F(a); }", false)]
    [InlineData("var k = int.Parse(Environment.GetEnvironmentVariable(s)!); F(k + k);", "var u = Environment.GetEnvironmentVariable(s) ?? throw new InvalidOperationException(\"No s.\"); var k = int.Parse(u); F(k + k);", true)]
    [InlineData("if (s == \"\") return 1; Log(s);", "if (string.IsNullOrEmpty(s)) return 1; Log(s);", true)]
    [InlineData("var k = xs.Find(i => i > a); F(k);", "var k = xs.Find(i => i > a); F(a);", false)]
    [InlineData("var k = d.GetValueOrDefault(s); F(k);", "if (!d.TryGetValue(s, out var k)) return 0; F(k);", true)]
    [InlineData("var k = d.GetValueOrDefault(s); F(k);", "if (!d.TryGetValue(s, out var k)) return 7; F(k);", false)]
    [InlineData("var k = d.GetValueOrDefault(s); F(k);", "if (d.TryGetValue(s, out var k)) return 0; F(k);", false)]
    [InlineData("Log(Path.GetDirectoryName(s)!);", "var f = Path.GetDirectoryName(s); if (!string.IsNullOrEmpty(f)) Log(f);", true)]
    [InlineData("Log(m!.Name);", "if (m is null) Log(m!.Name);", false)]
    [InlineData("Log(m!.Name);", "if (m is null) m = n; Log(m.Name);", false)]
    public void An_exit_for_null_is_all_that_is_added(string before, string after, bool only) => Assert.Equal(only, Changed(before, after).IsNoneBut(Additions.NullExit));

    [Fact]
    public void A_list_of_what_a_query_yields_is_the_query()
    {
        Assert.True(Changed("if (!es.Any()) return 0; return es.Max(e => e.Size);", "var list = es.ToList(); if (list.Count == 0) return 0; return list.Max(e => e.Size);").IsNoneBut(Additions.Snapshot));
        Assert.False(Changed("if (!es.Any()) return 0; return es.Max(e => e.Size);", "var list = es.ToList(); if (list.Count == 0) return 0; return list.Min(e => e.Size);").IsNoneBut(Additions.Snapshot));
    }

    [Theory]
    [InlineData("return n.Size > 1 && a == a && p;", "return n.Size > 1 && a == b && p;", 1)]
    [InlineData("return n.Size > 1 && a == a && p;", "return n.Size > 2 && a == b && p;", 2)]
    [InlineData("return n.Size > 1 && a == a && p;", "return n.Size > 1 && p;", 1)]
    [InlineData("return n.Size > 1 && a == a && p;", "return a == b && p;", 2)]
    [InlineData("Log(s); F(a); Log(s);", "Log(s); F(b); Log(s);", 1)]
    [InlineData("Log(s); F(a); Log(s);", "F(a);", 2)]
    [InlineData("return p ? a : b;", "return p ? b : a;", 1)]
    [InlineData("return p ? a : b;", "return !p ? b : a;", 0)]
    public void The_places_that_differ_are_counted(string before, string after, int places) => Assert.Equal(places, TermDiff.Places(TermOf(before), TermOf(after)).Count);

    [Fact]
    public void What_handles_null_is_no_place()
    {
        Assert.False(Changed("F(m!.Size); Log(m.Name);", "if (m != null) { F(m.Size); Log(m.Name); }").HasMorePlacesThan(0));
        Assert.True(Changed("F(m!.Size); Log(m.Name);", "if (m != null) { F(m.Size); Log(s); }").HasMorePlacesThan(0));
    }

    [Theory]
    [InlineData("return a - b;", "return b - a;", true)]
    [InlineData("return a - b;", "return a - b - 1;", false)]
    [InlineData("return a + b;", "return b + a;", false)]
    [InlineData("_f = (v!.Value - a) / b;", "_f = v is { } y ? (a - y) / b : 0;", true)]
    public void Turned_operands_are_found(string before, string after, bool turned) => Assert.Equal(turned, Changed(before, after).FindTurned() is not null);

    [Theory]
    [InlineData("return m!.Size > 1;", "return m == null && m!.Size > 1;", true)]
    [InlineData("return m!.Size > 1;", "return m != null || m!.Size > 1;", true)]
    [InlineData("return m!.Size > 1;", "return m != null && m.Size > 1;", false)]
    [InlineData("return m!.Size > 1;", "return m == null || m.Size > 1;", false)]
    [InlineData("return ((Node)o).Size;", "if (o is Node) return 0; return ((Node)o).Size;", true)]
    [InlineData("return ((Node)o).Size;", "if (o is not Node) return 0; return ((Node)o).Size;", false)]
    [InlineData("Log(m!.Name);", "if (m == null) { m = n; Log(m.Name); }", false)]
    public void What_cannot_but_fail_is_found(string before, string after, bool fails) => Assert.Equal(fails, Changed(before, after).FindCertainFailure() is not null);

    [Theory]
    [InlineData("CDA1009", "return s.IndexOf(\"x\") > 0;", "return s.Contains(\"x\");", true)]
    [InlineData("CDA1009", "return xs.IndexOf(a) > 0;", "return xs.IndexOf(a) >= 0;", true)]
    [InlineData("CDA1009", "return xs.IndexOf(a) > 0;", "return xs.Contains(b);", false)]
    [InlineData("CDA1036", "return Math.Min(Math.Max(a, 9), 1);", "return Math.Clamp(a, 1, 9);", true)]
    [InlineData("CDA1036", "return Math.Min(Math.Max(a, 9), 1);", "return Math.Clamp(a, 1, 8);", false)]
    [InlineData("CDA1006", "return new Point(b, a);", "return new Point(X: a, Y: b);", true)]
    [InlineData("CDA1006", "return new Point(b, a);", "return new Point(a, a);", false)]
    [InlineData("CDA1009", "if (xs.IndexOf(a) > 0) F(1);", "if (xs.Contains(a)) F(1);", true)]
    [InlineData("CDA1025", "for (var i = 0; i <= xs.Count; i++) F(xs[i]);", "foreach (var i in xs) F(i);", true)]
    [InlineData("CDA1025", "for (var i = 0; i <= xs.Count; i++) F(xs[i]);", "for (var i = 1; i < xs.Count; i++) F(xs[i]);", false)]
    [InlineData("CDA1034", "var k = o as Node; if (o != null) k!.Act();", "if (o is Node k) k.Act();", true)]
    [InlineData("CDA1034", "var k = o as Node; if (o != null) k!.Act();", "if (o is Node k) n.Act();", false)]
    [InlineData("CA2208", "if (a < 0) throw new ArgumentOutOfRangeException(\"Too small.\");", "if (a < 0) throw new ArgumentOutOfRangeException(nameof(a), a, \"Too small.\");", true)]
    [InlineData("CA2208", "if (a < 0) throw new ArgumentOutOfRangeException(\"Too small.\");", "if (a < 0) throw new ArgumentOutOfRangeException(nameof(b), b, \"Too small.\");", false)]
    [InlineData("CA2208", "if (a < 0) throw new ArgumentOutOfRangeException(\"Too small.\");", "if (a < 0) throw new ArgumentOutOfRangeException(nameof(a), a, \"Small.\");", false)]
    [InlineData("CA1305", "Log(string.Format(\"{0:0.0}\", x));", "Log(x.ToString(\"0.0\", System.Globalization.CultureInfo.InvariantCulture));", true)]
    [InlineData("CA1305", "Log(string.Format(\"{0:0.0}\", x));", "Log(x.ToString(\"0.00\", System.Globalization.CultureInfo.InvariantCulture));", false)]
    [InlineData("CDA1025", "return xs[xs.Count];", "return xs[^1];", true)]
    [InlineData("CDA1025", "return xs[xs.Count];", "return xs[^2];", false)]
    [InlineData("CDA1021", "return a << 32;", "return a;", true)]
    [InlineData("CDA1021", "return a << 33;", "return a;", false)]
    [InlineData("CA2018", "Buffer.BlockCopy(ys, 0, ys, 4, ys.Length);", "Buffer.BlockCopy(ys, 0, ys, 4, ys.Length * sizeof(short));", false)]
    [InlineData("CA2018", "Buffer.BlockCopy(ys, 0, ys, 4, ys.Length);", "Buffer.BlockCopy(ys, 0, ys, 4, Buffer.ByteLength(ys));", true)]
    [InlineData("CA2018", "Buffer.BlockCopy(ys, 0, ys, 4, ys.Length);", "Buffer.BlockCopy(ys, 0, ys, 4, xs.Count * sizeof(int));", false)]
    [InlineData("CS8762", "t = null; return true;", "t = null; return false;", true)]
    [InlineData("CS8762", "t = s; return true;", "t = s; return false;", false)]
    [InlineData("S6561", "var k = DateTime.Now; F(a); return DateTime.Now - k;", "var k = System.Diagnostics.Stopwatch.GetTimestamp(); F(a); return System.Diagnostics.Stopwatch.GetElapsedTime(k);", true)]
    [InlineData("S6561", "var k = DateTime.Now; F(a); return DateTime.Now - k;", "var k = System.Diagnostics.Stopwatch.GetTimestamp(); F(b); return System.Diagnostics.Stopwatch.GetElapsedTime(k);", false)]
    [InlineData("CDA1027", "Log($\"{s}: {File.ReadAllTextAsync(s)}\");", "Log($\"{s}: {File.ReadAllTextAsync(t!)}\");", false)]
    [InlineData("CS0029", "return new Point(b, a);", "return new Point(a, b);", false)]
    public void A_known_repair_is_known_however_it_is_written(string id, string before, string after, bool known) => Assert.Equal(known, Changed(before, after).IsRepairOf(id));

    [Fact]
    public void What_is_written_in_a_loop_of_ifs_takes_no_time_beyond_its_size()
    {
        var steps = string.Concat(Enumerable.Range(0, 200).Select(n => $"if (a == {n}) {{ _f += {n}; }} else if (p) return {n}; _f += {n};\n"));
        Assert.True(Changed(steps, steps.Replace("_f += 7;", "_f = _f + 7;")).IsNoneBut(Additions.Nothing));
    }

    [Fact]
    public void Code_that_is_nested_deeply_is_no_error()
    {
        var (model, method) = Method("a = 0" + string.Concat(Enumerable.Repeat(" + a", 5000)) + ";");
        Assert.Null(MeaningChange.Of(model, method, model, method, [], CancellationToken.None));
    }

    private static string MeaningOf(string body) => Names.Numbered(TermOf(body)).Text;

    private static Term TermOf(string body)
    {
        var (model, method) = Method(body);
        return MeaningBuilder.Of(model, method, CancellationToken.None)!;
    }

    private static MeaningChange Changed(string before, string after)
    {
        var ((oldModel, old), (newModel, now)) = (Method(before), Method(after));
        return MeaningChange.Of(oldModel, old, newModel, now, [], CancellationToken.None)!;
    }

    private static (SemanticModel Model, MethodDeclarationSyntax Method) Method(string body)
    {
        var tree = CSharpSyntaxTree.ParseText(World.Replace("BODY", body));
        var model = Empty.AddSyntaxTrees(tree).GetSemanticModel(tree);
        var errors = model.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        return (model, tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == "M"));
    }
}
