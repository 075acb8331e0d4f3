import { Component, type OnInit, computed, inject, input, output, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EvaluationSummary } from '@samsyn/contract';
import { evaluations } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon } from '../look';

/** Stands in the way of an evaluation until its member has declared whether anything hinders them. */
@Component({ selector: 'sam-declaration', imports: [FormsModule, Icon, RouterLink, TranslocoDirective], templateUrl: './declaration.html', styleUrl: './declaration.css' })
export class Declaration implements OnInit {
  readonly id = input.required<string>();
  readonly declared = output();
  private readonly refusals = inject(RefusalWords);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly about = signal<EvaluationSummary | null>(null);
  protected readonly writing = signal(false);
  protected readonly left = signal(false);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly text = signal('');
  protected readonly missing = computed(() => this.tried() && this.text().trim() === '');
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });

  async ngOnInit(): Promise<void> {
    try {
      this.about.set((await call(evaluations.list)).find((one) => one.id === this.id()) ?? null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
    }
  }

  protected async declare(conflict: boolean): Promise<void> {
    this.tried.set(conflict);
    if (this.busy() || this.missing()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await call(evaluations.declare, { params: { id: this.id() }, body: { conflict, text: conflict ? this.text().trim() : '' } });
      if (conflict) this.left.set(true);
      else this.declared.emit();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
