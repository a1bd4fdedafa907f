using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Gate.Behaviour;
using CodeAssist.Repair.Gate.Meaning;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Checks;

/// <summary>
/// An effect diff: what the region does beyond the flagged code must stay as it is, and within it may change only as
/// the diagnostic's guide allows.
/// </summary>
internal sealed class BehaviourCheck : ICheck
{
    // Of an edit without a diagnostic nobody says what it may change; these it may not lose even so.
    private const EffectKinds AlwaysKept = EffectKinds.Lock | EffectKinds.Await | EffectKinds.Dispose | EffectKinds.Yield | EffectKinds.Throw;

    public string Name => "behaviour";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        if (await context.ChangeAsync(cancellation).ConfigureAwait(false) is { IsDeletion: true })
            return CheckFinding.Passed;
        if (await context.ChangeAsync(cancellation).ConfigureAwait(false) is not { NewNode: not null } change)
            return CheckFinding.Failed("ChangeOutsideOneMember");
        foreach (var (oldDocument, newDocument) in context.Flavours())
        {
            // The same text is other code in another world of `#if`.
            var judged = oldDocument.Id == context.Document.Id ? change : await change.InAsync(oldDocument, newDocument, cancellation).ConfigureAwait(false);
            if (judged is null)
                continue;
            if (judged.NewNode is not { } node)
                return CheckFinding.Failed("ChangeOutsideOneMember");
            var finding = await JudgeAsync(context, judged, node, oldDocument, newDocument, cancellation).ConfigureAwait(false);
            if (finding.Outcome != CheckOutcome.Passed)
                return finding;
        }

        return CheckFinding.Passed;
    }

    private static async Task<CheckFinding> JudgeAsync(
        GateContext context, RegionChange change, SyntaxNode newNode, Document oldDocument, Document newDocument, CancellationToken cancellation)
    {
        var oldModel = await oldDocument.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var newModel = await context.NewModelAsync(newDocument, cancellation).ConfigureAwait(false);
        if (oldModel is null)
            return CheckFinding.Failed("NoSemanticModel");

        if (change.AddedMembers.FirstOrDefault(member => !IsAskedFor(newModel, member, cancellation)) is { } stranger)
            return CheckFinding.Failed("NotExactlyOneMember", change.Region.Name, RegionChange.NameOf(stranger));
        if (CatchTypes.FindWidened(oldModel, change.OldNode, newModel, newNode, cancellation) is { } widened)
            return CheckFinding.Failed("CatchWidened", widened);
        if (!change.AddedUsings.IsEmpty)
        {
            // Where nothing but the using list changed, what is bound decides: names that were bound keep their meaning.
            var isUntouched = change.Helpers.IsEmpty && change.OldNode.ToFullString() == newNode.ToFullString();
            if (UsingReach.FindRebound(oldModel, isUntouched ? default : change.Region.Span, newModel, isUntouched ? default : change.NewSpan, cancellation) is var (name, before, after))
                return CheckFinding.Failed("NameRebound", name, before, after);
            if (isUntouched)
            {
                context.ChangedEffects ??= 0;
                return CheckFinding.Passed;
            }
        }

        if (context.Edit.Target is not null && await RepairShape.FindAsync(context, change, newNode, oldModel, newModel, cancellation).ConfigureAwait(false) is { } misshapen)
            return misshapen;
        var diff = context.Edit.Target is { } target
            ? await DiffAsync(context, target, change, newNode, oldModel, newModel, cancellation).ConfigureAwait(false)
            : new EffectDiff(
                EffectCollector.Collect(oldModel, change.OldNode, cancellation),
                EffectCollector.Collect(newModel, newNode, cancellation),
                new RepairScope(new FlaggedCode(change.Region.Span, change.Region.Span), new Allowance { Within = EffectKinds.All }) { Kept = AlwaysKept });
        var drift = diff.FindDrift();
        if (context.Edit.Target is not null)
        {
            var meaning = new Lazy<MeaningChange?>(() => MeaningChange.Of(oldModel, change.OldNode, newModel, newNode, change.Helpers, cancellation));
            if (drift is not null && change.Helpers.All(helper => helper is FieldDeclarationSyntax) && meaning.Value is { } known && (known.IsNoneBut(context.Allowance.SameBut) || known.IsRepairOf(context.Edit.Target.Id)))
                drift = null;
            else if (drift is null && OtherMeaning(context, meaning) is { } other)
                return other;
        }

        // The flavours hold the same edit: the one in which it changes most counts.
        context.ChangedEffects = Math.Max(context.ChangedEffects ?? 0, diff.CountChanges());
        return drift switch
        {
            null => CheckFinding.Passed,
            { Missing: true } => CheckFinding.Failed("EffectMissing", KindName(drift.Effect.Kind)),
            _ => CheckFinding.Failed(drift.Vanished ? "EffectVanished" : "EffectAppeared", KindName(drift.Effect.Kind), Describe.Source(drift.Effect.Text)),
        };
    }

    private static CheckFinding? OtherMeaning(GateContext context, Lazy<MeaningChange?> meaning)
    {
        var allowance = context.Allowance;
        if (allowance.OnlySameMeaning)
            return meaning.Value is { } same && (same.IsNoneBut(allowance.SameBut) || same.IsRepairOf(context.Edit.Target!.Id)) ? null : CheckFinding.Failed("MeaningChanged");
        if (meaning.Value?.FindCertainFailure() is { } failure)
            return CheckFinding.Failed("CertainFailure", Describe.Source(failure.Data.Substring(failure.Data.LastIndexOf('.') + 1)));
        if (allowance.FallbackAtDeclaration && meaning.Value?.FindWorkWithoutValue() is { } missing)
            return CheckFinding.Failed("WorkWithoutValue", Describe.Source(missing.Data.Substring(missing.Data.LastIndexOf('.') + 1)));
        if (meaning.Value?.FindTurned() is { } turned)
            return CheckFinding.Failed("OperandsTurned", Describe.Source(turned.Data.Split(':')[0]));
        return allowance.MostPlaces is { } most && meaning.Value?.HasMorePlacesThan(most) == true ? CheckFinding.Failed("MorePlacesChanged", most) : null;
    }

    private static async Task<EffectDiff> DiffAsync(
        GateContext context, Diagnostic target, RegionChange change, SyntaxNode newNode, SemanticModel oldModel, SemanticModel newModel, CancellationToken cancellation)
    {
        var oldRoot = await oldModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var newRoot = await newModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var tokens = await context.OldRootAsync(cancellation).ConfigureAwait(false) == oldRoot
            ? await context.TokensAsync(cancellation).ConfigureAwait(false)
            : new TokenMap(oldRoot, newRoot);
        var span = target.Location.SourceSpan;
        var allowance = context.Allowance;
        var flagged = FlaggedCode.Find(change.Region, oldRoot, span) with { Target = span };
        var renamed = allowance.RenameVariable ? tokens.InPlaceOf(span) : null;
        FlaggedCode extended;
        TextSpan? became;
        if (allowance.WritesCode && allowance.AddHelper && allowance.BecomeAsync)
        {
            // Nothing of the member is written yet.
            (extended, became) = (flagged with { Span = change.Region.Span }, null);
        }
        else if (allowance.WholeBody && flagged.OfBody(change.Region) is { } body)
        {
            (extended, became) = (body, null);
        }
        else if (allowance.OneBranch && BranchChange.Find(oldRoot, newRoot, span, tokens) is { } branch)
        {
            (extended, became) = (flagged with { Span = branch.Before }, branch.After);
            allowance = allowance with { Within = allowance.Within | EffectKinds.Write | EffectKinds.Call };
        }
        else
        {
            if (allowance.OrCondition)
                flagged = flagged.OrCondition(oldRoot, newRoot, tokens);
            extended = flagged.To(allowance.Extent, oldRoot, span);

            // A branch is the same one as long as it stands where it stood.
            became = allowance.Extent is Extent.Block or Extent.WholeStatement or Extent.Arm or Extent.Guarded or Extent.AroundLambda || allowance.WritesCode ? null : flagged.After(new Region(newNode, change.NewSpan), newRoot, tokens);
            allowance = allowance with { OneBranch = false };
        }

        return new EffectDiff(
            EffectCollector.Collect(oldModel, change.OldNode, cancellation, renamed is null ? null : span),
            EffectCollector.Collect(newModel, newNode, cancellation, renamed),
            new RepairScope(extended, allowance)
            {
                FlaggedAfter = became,
                Helpers = [.. change.Helpers.SelectMany(helper => EffectCollector.Collect(newModel, helper, cancellation))
                    .Where(effect => effect.Mark == Mark.None && effect.Span.Length > 0)],
                BecameAsync = !IsAsync(change.OldNode) && IsAsync(newNode),
                Region = change.OldNode,
                HelperNames = [.. change.Helpers.Select(RegionChange.NameOf)],
                WordsOfTarget = TargetWords.Words(target),
                NamedByTarget = TargetWords.Quoted(target),
                HasToken = () => oldModel.LookupSymbols(span.Start)
                    .Any(symbol => TypeOf(symbol) is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" }),
            });
    }

    // A member that overrides, or is what an interface asks for.
    private static bool IsAskedFor(SemanticModel model, SyntaxNode member, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(member, cancellation) is { } symbol
        && (symbol.IsOverride || symbol.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers())
            .Any(wanted => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(wanted), symbol)));

    private static bool IsAsync(SyntaxNode node) => Bodies.HeaderTokens(node).Any(token => token.IsKind(SyntaxKind.AsyncKeyword));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    private static string KindName(EffectKinds kind) => Messages.Get("Effect" + kind);
}
